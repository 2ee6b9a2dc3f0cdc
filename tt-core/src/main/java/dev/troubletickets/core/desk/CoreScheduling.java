// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.ticket.ScheduleActions;
import dev.troubletickets.core.ticket.ScheduleActions.Planned;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.desk.Scheduling;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketRef;
import java.time.Instant;
import java.util.function.BiFunction;

final class CoreScheduling implements Scheduling {
    private final Desks desks;
    private final StaffId id;

    CoreScheduling(Desks desks, StaffId id) {
        this.desks = desks;
        this.id = id;
    }

    @Override
    public ScheduledId at(Instant time, TicketRef ticket, ScheduledAction action) {
        return write((scope, staff) -> desks.scheduleActions.add(
                scope, staff, desks.desk.take(scope, staff, ticket), new Planned(time, action)));
    }

    @Override
    public void cancel(ScheduledId action) {
        write((scope, staff) -> {
            ScheduleActions.cancel(scope, staff, desks.desk.take(scope, staff, action.ticket()), action);
            return true;
        });
    }

    private <T> T write(BiFunction<Scope, Viewer.Staff, T> useCase) {
        return desks.work.write(scope -> useCase.apply(scope, desks.access.staff(scope, id)));
    }
}
