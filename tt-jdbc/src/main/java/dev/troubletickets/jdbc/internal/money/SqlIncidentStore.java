// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.money;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.money.IncidentPack;
import dev.troubletickets.money.PackBalance;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.IncidentStore;
import dev.troubletickets.spi.storage.IncidentUse;
import dev.troubletickets.spi.storage.IncidentUse.Taken;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Packs of support incidents, and their use. What a ticket has taken stands as {@code 2 key}, a line for each pack; keys have no line ends. */
public final class SqlIncidentStore implements IncidentStore {
    private static final String PACK = "select pack_key, account, queue, incidents, valid_until, remaining, withdrawn,"
            + " granted_at from {incident_pack} where ";

    private static final String USE =
            "select ticket, account, queue, incidents, packs, aside from {incident_use} where ticket ";

    private final Session session;

    public SqlIncidentStore(Session session) {
        this.session = session;
    }

    @Override
    public boolean grant(IncidentPack pack, Instant at) {
        return session.insertIfAbsent(
                "insert into {incident_pack} (pack_key, account, queue, incidents, valid_until, remaining, withdrawn,"
                        + " granted_at) values (?, ?, ?, ?, ?, ?, false, ?)",
                pack.key(),
                pack.account().value(),
                pack.queue().map(QueueId::value).orElse(null),
                pack.incidents(),
                pack.validUntil().orElse(null),
                pack.incidents(),
                at);
    }

    @Override
    public Optional<PackBalance> find(String key) {
        return session.first(PACK + "pack_key = ?", SqlIncidentStore::pack, key);
    }

    @Override
    public boolean withdraw(String key) {
        return session.change("update {incident_pack} set withdrawn = true where pack_key = ?", key) == 1;
    }

    @Override
    public List<PackBalance> usable(AccountId account, Instant at) {
        return session.list(
                PACK + "account = ? and remaining > 0 and withdrawn = false"
                        + " and (valid_until is null or valid_until > ?) order by pack_key",
                SqlIncidentStore::pack,
                account.value(),
                at);
    }

    @Override
    public boolean take(String key, int incidents) {
        return session.change(
                        "update {incident_pack} set remaining = remaining - ?"
                                + " where pack_key = ? and withdrawn = false and remaining >= ?",
                        incidents,
                        key,
                        incidents)
                == 1;
    }

    @Override
    public void giveBack(String key, int incidents) {
        session.later("update {incident_pack} set remaining = remaining + ? where pack_key = ?", incidents, key);
    }

    @Override
    public void forget(QueueId queue) {
        session.later("update {incident_pack} set queue = null where queue = ?", queue.value());
    }

    @Override
    public Optional<IncidentUse> of(TicketId ticket) {
        return session.first(USE + "= ?", SqlIncidentStore::use, ticket.value());
    }

    @Override
    public List<IncidentUse> of(Collection<TicketId> tickets) {
        return tickets.isEmpty()
                ? List.of()
                : session.list(
                        USE + "in (" + Codes.marks(tickets.size()) + ")",
                        SqlIncidentStore::use,
                        tickets.stream().map(TicketId::value).toArray());
    }

    @Override
    public void save(IncidentUse use) {
        session.later(
                session.dialect()
                        .upsert(
                                "incident_use",
                                "ticket",
                                "account, queue, incidents, uncovered, packs, aside",
                                Codes.marks(7)),
                use.ticket().value(),
                use.account().value(),
                use.queue().value(),
                use.incidents(),
                use.uncovered(),
                text(use.taken()),
                use.aside());
    }

    @Override
    public void remove(TicketId ticket) {
        session.later("delete from {incident_use} where ticket = ?", ticket.value());
    }

    @Override
    public Map<QueueId, Integer> uncovered(AccountId account) {
        Map<QueueId, Integer> uncovered = new HashMap<>();
        session.list(
                "select queue, sum(uncovered) from {incident_use} where account = ? and uncovered > 0 group by queue",
                row -> uncovered.put(QueueId.of(row.number()), row.integer()),
                account.value());
        return uncovered;
    }

    private static PackBalance pack(Row row) throws SQLException {
        String key = row.text();
        AccountId account = AccountId.of(row.text());
        Optional<QueueId> queue = Optional.ofNullable(row.numberOrNull()).map(QueueId::of);
        int incidents = row.integer();
        Optional<Instant> until = Optional.ofNullable(row.instantOrNull());
        int left = row.integer();
        boolean withdrawn = row.flag();
        return new PackBalance(new IncidentPack(key, account, queue, incidents, until), left, withdrawn, row.instant());
    }

    private static IncidentUse use(Row row) throws SQLException {
        TicketId ticket = TicketId.of(row.number());
        AccountId account = AccountId.of(row.text());
        QueueId queue = QueueId.of(row.number());
        int incidents = row.integer();
        List<Taken> taken = taken(row.text());
        return new IncidentUse(ticket, account, queue, incidents, taken, row.integer());
    }

    private static String text(List<Taken> taken) {
        return taken.stream().map(each -> each.incidents() + " " + each.pack()).collect(Collectors.joining("\n"));
    }

    private static List<Taken> taken(String text) {
        return text.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new Taken(parts[1], Integer.parseInt(parts[0])))
                .toList();
    }
}
