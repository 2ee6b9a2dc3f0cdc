// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.ticket.TicketRef;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How every call of a technician becomes a unit of work. */
abstract class StaffCalls {
    final Desks desks;
    final StaffId id;

    StaffCalls(Desks desks, StaffId id) {
        this.desks = desks;
        this.id = id;
    }

    final void act(TicketRef ticket, Act act) {
        act(ticket, Reach.HANDLE, act);
    }

    final void act(TicketRef ticket, Reach needed, Act act) {
        run((scope, staff) -> act.on(scope, staff, desks.desk.take(scope, staff, ticket, needed)));
    }

    /** One that has nothing to tell. */
    final void run(BiConsumer<Scope, Viewer.Staff> useCase) {
        write((scope, staff) -> {
            useCase.accept(scope, staff);
            return true;
        });
    }

    final <T> T write(BiFunction<Scope, Viewer.Staff, T> useCase) {
        return desks.work.write(scope -> useCase.apply(scope, desks.access.staff(scope, id)));
    }

    final <T> T read(BiFunction<Scope, Viewer.Staff, T> query) {
        return desks.work.read(scope -> query.apply(scope, desks.access.staff(scope, id)));
    }

    /** A change of settings, on what is in force now. */
    final <T> T administer(BiFunction<Scope, Viewer.Staff, T> useCase) {
        return desks.work.administer(scope -> useCase.apply(scope, desks.access.staff(scope, id)));
    }

    final <T> T administer(Permission needed, Function<Scope, T> useCase) {
        return administer((scope, staff) -> {
            staff.require(needed);
            return useCase.apply(scope);
        });
    }

    @FunctionalInterface
    interface Act {
        void on(Scope scope, Viewer.Staff staff, Case taken);
    }
}
