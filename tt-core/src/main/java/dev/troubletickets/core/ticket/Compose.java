// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.TicketUnblocked;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.PresenceStore.DraftData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.Optional;

/** Locks and drafts (B6, G7). */
public final class Compose {
    private Compose() {}

    /** Locks the ticket to the technician, or renews their lock. */
    public static Lock lock(Scope scope, Viewer.Staff staff, Case ticket) {
        ticket.requireFree();
        give(scope, staff.id(), ticket.id());
        // somebody may have been quicker since the ticket was read
        Lock lock = scope.stores()
                .tickets()
                .find(ticket.id())
                .map(TicketData::lock)
                .orElseThrow(() -> new NotFound("ticket"));
        if (lock.keepsOut(staff.id(), scope.now())) {
            throw new LockedByAnother(ticket.id(), lock);
        }
        return lock;
    }

    /** Ends the lock in force; a colleague's with the permission alone. */
    public static void unblock(Scope scope, Viewer.Staff staff, Case ticket) {
        Lock lock = Optional.ofNullable(ticket.data().lock())
                .filter(given -> given.isInForce(scope.now()))
                .orElseThrow(() -> new NotPermitted(Refusal.NOT_LOCKED));
        if (!lock.holder().equals(staff.id())) {
            staff.require(ticket.before(), Reach.HANDLE);
            staff.require(Permission.UNBLOCK);
            ticket.happened(new TicketUnblocked(lock.holder())).save(staff.actor());
        }
        scope.stores().tickets().unlock(ticket.id());
    }

    public static void saveDraft(Scope scope, Viewer.Staff staff, TicketId ticket, String text) {
        Allowance.text(scope.settings().limits(), text);
        if (text.isBlank()) {
            scope.stores().presence().discard(ticket, staff.id());
        } else {
            String words = MessageText.require("text", text);
            scope.stores().presence().save(new DraftData(ticket, staff.id(), scope.now(), words));
        }
    }

    static void give(Scope scope, StaffId holder, TicketId ticket) {
        Duration lease = Duration.ofMinutes(scope.settings().lockMinutes());
        scope.stores().tickets().lock(ticket, new Lock(holder, scope.now().plus(lease)), scope.now());
    }
}
