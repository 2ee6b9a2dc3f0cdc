// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.IntakeStore.StoredMail;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView.Kept;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, as it is kept.
 *
 * @param raw never handed out and never changed
 * @param due when it is processed, if it has no outcome
 * @param outcome empty while it waits
 */
record IncomingRow(
        long id,
        String mailbox,
        byte[] raw,
        Instant receivedAt,
        Instant due,
        int tries,
        Optional<MailOutcome> outcome,
        @Nullable TicketId ticket,
        String why) {
    boolean isDue(Instant now) {
        return outcome.isEmpty() && !due.isAfter(now);
    }

    boolean is(MailOutcome one) {
        return outcome.equals(Optional.of(one));
    }

    StoredMail toStoredMail() {
        return new StoredMail(id, mailbox, receivedAt, raw.clone(), tries);
    }

    Kept toKept() {
        return new Kept(id, mailbox, receivedAt, raw.length, why, tries);
    }

    IncomingRow finished(MailOutcome end, @Nullable TicketId into, String reason) {
        return new IncomingRow(id, mailbox, raw, receivedAt, due, tries, Optional.of(end), into, reason);
    }

    IncomingRow postponed(Instant until, String reason) {
        return new IncomingRow(id, mailbox, raw, receivedAt, until, tries + 1, outcome, ticket, reason);
    }

    IncomingRow requeued(Instant now) {
        return new IncomingRow(id, mailbox, raw, receivedAt, now, tries, Optional.empty(), ticket, why);
    }

    IncomingRow emptied() {
        return new IncomingRow(id, mailbox, new byte[0], receivedAt, due, tries, outcome, ticket, why);
    }
}
