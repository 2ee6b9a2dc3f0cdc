// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts the rows of every table before and after each side, so that a side that does less work is found out. */
final class Census {
    private static final int TURNS = 10;
    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = current_schema() order by 1";

    private final Site site;

    Census(Site site) {
        this.site = site;
    }

    /** @throws IllegalStateException if the two sides do not leave the same */
    void requireSameWork(Contest contest) throws Exception {
        Map<String, Long> library = leftBy(contest.library());
        Map<String, Long> plain = leftBy(contest.plain());
        if (!library.equals(plain)) {
            throw new IllegalStateException(
                    contest.name() + " is not the same work: the library leaves " + library + ", JDBC " + plain);
        }
    }

    private Map<String, Long> leftBy(Side side) throws Exception {
        side.prepare(TURNS);
        Map<String, Long> before = count();
        for (int turn = 0; turn < TURNS; turn++) {
            side.act(turn);
        }
        Map<String, Long> left = new TreeMap<>(count());
        before.forEach((what, rows) -> left.merge(what, -rows, Long::sum));
        return left;
    }

    /** With the sums of what updates change. */
    private Map<String, Long> count() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Connection connection = site.plain().getConnection()) {
            for (String table : Jdbc.list(connection, TABLES, row -> row.getString(1))) {
                counts.put(table, Jdbc.number(connection, "select count(*) from " + table));
            }
            for (String sum : new String[] {"version", "status", "public_messages", "last_answer"}) {
                counts.put(sum, Jdbc.number(connection, "select sum(" + sum + ") from tt_ticket"));
            }
            counts.put("assigned", Jdbc.number(connection, "select count(assignee) from tt_ticket"));
            counts.put("read", Jdbc.number(connection, "select sum(messages) from tt_read_mark"));
        }
        return counts;
    }
}
