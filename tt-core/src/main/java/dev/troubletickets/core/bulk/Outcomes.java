// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.bulk;

import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.failure.TakenByAnother;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.TicketId;

/** What a failure of the desk's method means for one ticket of many. */
final class Outcomes {
    private Outcomes() {}

    static BulkOutcome of(TicketId ticket, RuntimeException failure) {
        if (failure instanceof NotFound) {
            return BulkOutcome.of(ticket, Result.NOT_FOUND);
        }
        if (failure instanceof NotPermitted refused) {
            return BulkOutcome.refused(ticket, refused.refusal());
        }
        if (failure instanceof LockedByAnother) {
            return BulkOutcome.refused(ticket, Refusal.LOCKED);
        }
        if (failure instanceof TakenByAnother) {
            return BulkOutcome.refused(ticket, Refusal.ASSIGNED_ALREADY);
        }
        if (failure instanceof Invalid invalid) {
            return BulkOutcome.invalid(ticket, invalid.field());
        }
        if (failure instanceof OverLimit over) {
            return BulkOutcome.invalid(ticket, over.limit());
        }
        return BulkOutcome.of(ticket, Result.FAILED);
    }
}
