// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.bulk;

import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.TicketId;
import java.util.Optional;

/**
 * What a mass action came to with one ticket (C5).
 *
 * @param refusal why not, where the result is {@link Result#REFUSED}
 * @param detail what was wrong, where the result is {@link Result#INVALID}: the field or the limit, such as {@code tags}
 */
public record BulkOutcome(TicketId ticket, Result result, Optional<Refusal> refusal, Optional<String> detail) {
    /** How it came out. A ticket that others write at the same time is tried again and is none of these for that. */
    public enum Result {
        /** Its turn has not come; in a job that was cancelled, it will not. */
        WAITING,
        /** As the desk's method would have returned; also where nothing had to be changed. */
        DONE,
        /** The rules or the technician's permissions are against it, or a colleague's lock; or it was merged into another ticket. */
        REFUSED,
        /** There is no such ticket, or it is not the technician's to see. */
        NOT_FOUND,
        /** The ticket cannot take it: too many tags, a queue that is no more. */
        INVALID,
        /** Something in the library or its host failed over this ticket; nothing was done to it, and the log says more. */
        FAILED
    }

    public static BulkOutcome of(TicketId ticket, Result result) {
        return new BulkOutcome(ticket, result, Optional.empty(), Optional.empty());
    }

    public static BulkOutcome refused(TicketId ticket, Refusal refusal) {
        return new BulkOutcome(ticket, Result.REFUSED, Optional.of(refusal), Optional.empty());
    }

    public static BulkOutcome invalid(TicketId ticket, String detail) {
        return new BulkOutcome(ticket, Result.INVALID, Optional.empty(), Optional.of(detail));
    }
}
