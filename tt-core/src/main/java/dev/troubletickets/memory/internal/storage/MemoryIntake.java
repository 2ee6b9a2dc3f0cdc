// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.IntakeStore;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView.Kept;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mails that came in. For use inside a unit of work alone. */
final class MemoryIntake implements IntakeStore {
    private final Tables tables;

    MemoryIntake(Tables tables) {
        this.tables = tables;
    }

    @Override
    public OptionalLong store(String mailbox, String uid, String sha256, byte[] raw, Instant receivedAt) {
        Tables.Fetched fetched = new Tables.Fetched(mailbox, uid, sha256);
        if (tables.fetched.has(fetched)) {
            return OptionalLong.empty();
        }
        long id = tables.nextId();
        tables.fetched.put(fetched, id);
        IncomingRow row =
                new IncomingRow(id, mailbox, raw.clone(), receivedAt, Instant.MIN, 0, Optional.empty(), null, "");
        tables.incoming.put(id, row);
        tables.waiting.put(id, row);
        return OptionalLong.of(id);
    }

    @Override
    public Optional<StoredMail> lockNext(Instant now) {
        return tables.waiting.rows().stream()
                .filter(mail -> mail.isDue(now))
                .findFirst()
                .map(IncomingRow::toStoredMail);
    }

    @Override
    public void finish(long mail, MailOutcome outcome, @Nullable TicketId ticket, String why) {
        change(mail, row -> row.outcome().isPresent() ? row : row.finished(outcome, ticket, why));
    }

    @Override
    public void postpone(long mail, Instant due, String why) {
        change(mail, row -> row.outcome().isPresent() ? row : row.postponed(due, why));
    }

    @Override
    public OptionalLong claimIdentity(String identity, long mail) {
        Optional<Long> before = tables.identities.find(identity);
        if (before.isEmpty()) {
            tables.identities.put(identity, mail);
        }
        long owner = before.orElse(mail);
        return owner == mail ? OptionalLong.empty() : OptionalLong.of(owner);
    }

    @Override
    public Optional<byte[]> raw(long mail) {
        return tables.incoming.find(mail).map(row -> row.raw().clone());
    }

    @Override
    public boolean requeue(long mail, Instant now) {
        return isQuarantined(mail) && change(mail, row -> row.requeued(now));
    }

    @Override
    public boolean discard(long mail) {
        return isQuarantined(mail) && change(mail, row -> row.finished(MailOutcome.DISCARDED, row.ticket(), row.why()));
    }

    @Override
    public Map<MailOutcome, Long> counts() {
        return tables.incoming.rows().stream()
                .flatMap(row -> row.outcome().stream())
                .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
    }

    @Override
    public long waiting() {
        return tables.waiting.rows().size();
    }

    @Override
    public List<Kept> quarantined(int limit) {
        Stream<IncomingRow> newest = tables.incoming.newestFirst().stream();
        return newest.filter(row -> row.is(MailOutcome.QUARANTINED))
                .limit(limit)
                .map(IncomingRow::toKept)
                .toList();
    }

    @Override
    public List<Placed> placedIn(TicketId ticket) {
        return tables.incoming.rows().stream()
                .filter(row -> ticket.equals(row.ticket()) && row.outcome().isPresent())
                .map(row -> new Placed(row.id(), row.receivedAt(), row.outcome().get(), row.why()))
                .toList();
    }

    private boolean isQuarantined(long mail) {
        return tables.incoming
                .find(mail)
                .filter(row -> row.is(MailOutcome.QUARANTINED))
                .isPresent();
    }

    private boolean change(long mail, UnaryOperator<IncomingRow> change) {
        Optional<IncomingRow> changed = tables.incoming.find(mail).map(change);
        changed.ifPresent(row -> {
            tables.incoming.put(mail, row);
            if (row.outcome().isEmpty()) {
                tables.waiting.put(mail, row);
            } else {
                tables.waiting.remove(mail);
            }
        });
        return changed.isPresent();
    }
}
