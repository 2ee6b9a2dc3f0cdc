// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Copies of a ticket with all that belongs to it, made inside the database. */
final class Copies {
    private final List<Table> tables;

    Copies(List<Table> tables) {
        this.tables = tables;
    }

    /**
     * Makes copies with the numbers from first to last.
     *
     * @param others SQL by column, for what differs from copy to copy; {@code n} is the copy's number, {@code t} the row it is made of
     */
    void make(Connection connection, long ticket, long first, long last, Map<String, String> others)
            throws SQLException {
        for (Table table : tables) {
            try (PreparedStatement statement = connection.prepareStatement(sql(table, others))) {
                statement.setLong(1, first);
                statement.setLong(2, last);
                statement.setLong(3, ticket);
                statement.executeUpdate();
            }
        }
    }

    private static String sql(Table table, Map<String, String> others) {
        List<String> values = table.columns().stream()
                .map(column -> value(table, column, others))
                .toList();
        return "insert into " + table.name() + " (" + String.join(", ", table.columns()) + ") select "
                + String.join(", ", values) + " from " + table.name()
                + " t cross join generate_series(cast(? as bigint), cast(? as bigint)) n where t." + table.ticket()
                + " = ?";
    }

    private static String value(Table table, String column, Map<String, String> others) {
        if (column.equals(table.ticket()) || Table.ROOTS.contains(column)) {
            return "n";
        }
        if (table.name().equals("tt_thread") && column.equals("message_id")) {
            return "encode(sha256(convert_to(n || t.message_id, 'UTF8')), 'hex')";
        }
        return others.getOrDefault(table.name() + "." + column, others.getOrDefault(column, "t." + column));
    }
}
