// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;

/**
 * What came of undoing an operation (G2).
 *
 * @param left what is not as it was before the operation; empty if everything is
 */
public record UndoReport(OperationId operation, List<Left> left) {
    public UndoReport {
        left = List.copyOf(left);
    }

    /** @param message absent where it is the ticket itself that was left as it is */
    public record Left(Reason reason, TicketId ticket, Optional<MessageId> message) {}

    public enum Reason {
        /** It is no longer there. */
        DELETED,
        /** It has changed or gone on elsewhere since. */
        MOVED_ON,
        /** It was written after the operation, and stays where it was written. */
        LATER_WORDS
    }
}
