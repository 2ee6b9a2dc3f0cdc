// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.diagnostics.Examination;
import dev.troubletickets.core.diagnostics.Examination.Wanted;
import dev.troubletickets.desk.ServiceDiagnostics;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.diagnostics.Diagnostics;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.DiagnosticsForm;
import dev.troubletickets.view.DiagnosticsResult;

final class CoreServiceDiagnostics extends StaffCalls implements ServiceDiagnostics {
    CoreServiceDiagnostics(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public DiagnosticsForm form(TicketId ticket) {
        return read((scope, staff) -> {
            TicketData found = desks.access.ticket(scope, staff, ticket);
            staff.require(found, Reach.HANDLE);
            return Examination.form(scope, staff, found, tools());
        });
    }

    @Override
    public DiagnosticsResult run(TicketId ticket, String tool, String target) {
        Wanted wanted = new Wanted(tool, target);
        Examination allowed = write((scope, staff) -> {
            TicketData found = desks.access.ticket(scope, staff, ticket);
            staff.require(found, Reach.HANDLE);
            return Examination.allow(scope, staff, found, tools(), wanted);
        });
        return allowed.run(tools());
    }

    private Diagnostics tools() {
        return desks.diagnostics.orElseThrow(() -> new Unavailable("diagnostics", "none is wired in"));
    }
}
