// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.IntakeStore;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView.Kept;
import dev.troubletickets.view.TakenMail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        IncomingRow row = IncomingRow.of(id, fetched, raw.clone(), receivedAt);
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
    public boolean isPreceded(long mail, Instant now) {
        return tables.waiting.rows().stream().anyMatch(other -> other.id() < mail && other.isDue(now));
    }

    @Override
    public void finish(long mail, Ending ending) {
        change(mail, row -> row.ending().isPresent() ? row : row.finished(ending));
    }

    @Override
    public void postpone(long mail, Instant due, String why) {
        change(mail, row -> row.ending().isPresent() ? row : row.postponed(due));
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
        return isQuarantined(mail) && change(mail, IncomingRow::discarded);
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
                .flatMap(IncomingRow::toKept)
                .toList();
    }

    @Override
    public List<TakenMail> taken(long before, int limit) {
        return tables.incoming.newestFirst().stream()
                .filter(row -> row.id() < before)
                .flatMap(IncomingRow::toTaken)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Placed> placedIn(TicketId ticket) {
        return tables.incoming.rows().stream()
                .flatMap(row -> row.placedIn(ticket))
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
            if (row.ending().isEmpty()) {
                tables.waiting.put(mail, row);
            } else {
                tables.waiting.remove(mail);
            }
        });
        return changed.isPresent();
    }
}
