// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.ErasureStore;
import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.spi.storage.IntakeStore.Placed;
import dev.troubletickets.spi.storage.IntakeStore.StoredMail;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView.Kept;
import dev.troubletickets.view.TakenMail;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, as it is kept.
 *
 * @param raw never handed out and never changed
 * @param due when it is processed, if it has no ending
 * @param ending empty while it waits
 */
record IncomingRow(
        long id,
        Tables.Fetched fetched,
        byte[] raw,
        Instant receivedAt,
        Instant due,
        int tries,
        Optional<Ending> ending) {
    static IncomingRow of(long id, Tables.Fetched fetched, byte[] raw, Instant receivedAt) {
        return new IncomingRow(id, fetched, raw, receivedAt, Instant.MIN, 0, Optional.empty());
    }

    boolean isDue(Instant now) {
        return ending.isEmpty() && !due.isAfter(now);
    }

    boolean is(MailOutcome one) {
        return outcome().equals(Optional.of(one));
    }

    Optional<MailOutcome> outcome() {
        return ending.map(Ending::outcome);
    }

    boolean isOf(TicketId ticket) {
        return ending.isPresent() && ticket.equals(ending.get().ticket());
    }

    StoredMail toStoredMail() {
        return new StoredMail(id, fetched.mailbox(), receivedAt, raw.clone(), tries);
    }

    Stream<Kept> toKept() {
        return ending.stream().map(end -> new Kept(id, fetched.mailbox(), receivedAt, raw.length, end.why(), tries));
    }

    Stream<TakenMail> toTaken() {
        return ending.stream()
                .map(end -> new TakenMail(
                        id,
                        fetched.mailbox(),
                        receivedAt,
                        fetched.sha256(),
                        end.outcome(),
                        Optional.ofNullable(end.mailClass()),
                        Optional.ofNullable(end.ticket()),
                        end.why()));
    }

    Stream<Placed> placedIn(TicketId ticket) {
        return ending.stream()
                .filter(end -> isOf(ticket))
                .map(end -> new Placed(id, receivedAt, end.outcome(), end.why()));
    }

    IncomingRow finished(Ending end) {
        return new IncomingRow(id, fetched, raw, receivedAt, due, tries, Optional.of(end));
    }

    /** With all else that is known of it. */
    IncomingRow discarded() {
        return ending.map(end -> finished(new Ending(MailOutcome.DISCARDED, end.mailClass(), end.ticket(), end.why())))
                .orElse(this);
    }

    IncomingRow postponed(Instant until) {
        return new IncomingRow(id, fetched, raw, receivedAt, until, tries + 1, ending);
    }

    IncomingRow requeued(Instant now) {
        return new IncomingRow(id, fetched, raw, receivedAt, now, tries, Optional.empty());
    }

    IncomingRow with(byte[] other) {
        return new IncomingRow(id, fetched, other.clone(), receivedAt, due, tries, ending);
    }

    /** Put away, if it still waits or is quarantined. */
    IncomingRow erased() {
        Ending before = ending.orElse(Ending.of(MailOutcome.DISCARDED, null, ""));
        boolean isAside = before.outcome() == MailOutcome.QUARANTINED;
        MailOutcome outcome = isAside ? MailOutcome.DISCARDED : before.outcome();
        return emptied().finished(new Ending(outcome, before.mailClass(), before.ticket(), ""));
    }

    @Nullable
    TicketId ticket() {
        return ending.map(Ending::ticket).orElse(null);
    }

    ErasureStore.Standing standing() {
        boolean waits = ending.isEmpty() || is(MailOutcome.QUARANTINED);
        boolean isMessage = is(MailOutcome.OPENED) || is(MailOutcome.APPENDED);
        return waits
                ? ErasureStore.Standing.WAITS
                : isMessage ? ErasureStore.Standing.MESSAGE : ErasureStore.Standing.OVER;
    }

    IncomingRow emptied() {
        return new IncomingRow(id, fetched, new byte[0], receivedAt, due, tries, ending);
    }
}
