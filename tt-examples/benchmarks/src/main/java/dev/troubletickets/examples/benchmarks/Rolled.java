// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.ResellerId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the library keeps of a year's facts and charges, made in the database; and the proof, on few, that the library makes the same. */
final class Rolled {
    private static final String FACTS = """
            insert into tt_history (ticket, version, entry, entered_at, actor_kind, actor, event, content, facts, feed_place)
            select n, 1, 0, to_timestamp(at), 'SYSTEM', '', 'TicketOpened', '{}', jsonb_build_object(
                'place', jsonb_build_object('queue', queue, 'technician', technician, 'channel', channel, 'category', category,
                    'reseller', reseller),
                'opened', kind = 'o', 'answered', kind = 'f', 'reopened', false, 'stars', stars, 'former', null,
                'first', case when kind = 'f' then jsonb_build_object('seconds', took, 'working', working) end,
                'resolution', case when kind = 'c' then jsonb_build_object('seconds', took, 'working', working) end)::text, n
            from (select *, row_number() over (order by at, kind, queue) as n from plain_fact) fact""";

    private static final List<String> TABLES = List.of("tt_statistic", "tt_charge_total");

    private final Site site;

    Rolled(Site site) {
        this.site = site;
    }

    /** Facts, and what is kept of them, in tables that need not survive a fall of the server and get their indexes at the end. */
    void load() throws SQLException, IOException {
        try (Connection connection = site.plain().getConnection()) {
            Script.run(connection, "set work_mem = '1GB'");
            Script.run(connection, "set maintenance_work_mem = '2GB'");
            Script.run(connection, "set synchronous_commit = off");
            new Script("facts.sql", site.size()).run(connection);
            roll(connection);
            Script.run(connection, "reset all");
            Script.run(connection, "set search_path to " + site.schema() + ", public");
        }
    }

    private void roll(Connection connection) throws SQLException, IOException {
        String key = Jdbc.list(
                        connection,
                        "select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'tt_statistic'::regclass and contype = 'p'",
                        row -> row.getString(1))
                .get(0);
        Script.run(connection, "alter table tt_statistic drop constraint tt_statistic_pkey");
        Script.run(connection, "alter table tt_statistic set unlogged");
        new Script("rolled.sql", site.size()).run(connection);
        Script.run(connection, "alter table tt_statistic add constraint tt_statistic_pkey " + key);
        // as the server's own clean-up would have, which is off
        for (String table : List.of("tt_statistic", "tt_charge_total", "tt_reseller_charge")) {
            Script.run(connection, "vacuum analyze " + table);
        }
    }

    /** @throws IllegalStateException if background work, and the writing of each charge, make other rows than the statements do */
    void requireSameAsTheLibrarys() throws SQLException, IOException {
        try (Connection connection = site.plain().getConnection()) {
            new Script("facts.sql", site.size()).run(connection);
            Script.run(connection, FACTS);
            charge(connection);
            site.center().background().runDue();
            for (String table : TABLES) {
                Script.run(connection, "create table librarys_" + table + " as select * from " + table);
                Script.run(connection, "truncate " + table);
            }
            Script.run(connection, "delete from tt_reseller_charge");
            roll(connection);
            for (String table : TABLES) {
                requireSame(connection, table);
            }
        }
    }

    private void charge(Connection connection) throws SQLException {
        record Line(String key, String reseller, long at, long amount, String currency) {}
        List<Line> lines = Jdbc.list(
                connection,
                "select charge_key, reseller, at, amount, currency from plain_charge",
                row -> new Line(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getString(5)));
        Charge.Why why = new Charge.Why(Optional.empty(), Optional.empty(), Optional.empty());
        for (Line line : lines) {
            Charge charge = new Charge(
                    0,
                    line.key(),
                    ResellerId.of(line.reseller()),
                    Instant.ofEpochSecond(line.at()),
                    Charge.Kind.TICKET,
                    Optional.empty(),
                    1,
                    new Money(line.amount(), java.util.Currency.getInstance(line.currency())),
                    why,
                    Optional.empty());
            site.storage().write(unit -> unit.ledger().add(charge));
        }
    }

    private static void requireSame(Connection connection, String table) throws SQLException {
        long rows = Jdbc.number(connection, "select count(*) from " + table);
        String both = "select count(*) from (select * from %s except all select * from %s) different";
        long more = Jdbc.number(connection, both.formatted(table, "librarys_" + table));
        long fewer = Jdbc.number(connection, both.formatted("librarys_" + table, table));
        if (rows == 0 || more + fewer > 0) {
            throw new IllegalStateException(table + ": of " + rows + " rows the library makes " + more
                    + " otherwise, and " + fewer + " instead");
        }
        System.out.println(table + ": " + rows + " rows are those that the library makes");
    }
}
