// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table in which tickets have rows, as the database describes it: what the library adds to its tables later is copied and replayed
 * without a word here.
 *
 * @param columns those that an insert names: neither generated nor drawn from a sequence
 * @param key the primary key
 * @param ticket the column that holds the ticket's number
 */
record Table(String name, List<String> columns, List<String> key, String ticket) {
    /** Columns that name the ticket again, by which its texts are found. */
    static final Set<String> ROOTS = Set.of("root", "own_root");

    private static final String TICKETS = "tt_ticket";
    private static final String COLUMNS = """
            select table_name, column_name from information_schema.columns
            join information_schema.tables using (table_catalog, table_schema, table_name)
            where table_schema = ? and table_type = 'BASE TABLE' and is_generated = 'NEVER' and is_identity = 'NO'
            order by table_name <> 'tt_ticket', table_name <> 'tt_message', table_name, ordinal_position""";

    /** The tickets first, their messages next, as foreign keys ask for. */
    static List<Table> all(Connection connection, String schema) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> each : columns.entrySet()) {
            String ticket = each.getKey().equals(TICKETS) ? "id" : "ticket";
            if (each.getValue().contains(ticket)) {
                tables.add(new Table(each.getKey(), each.getValue(), key(connection, schema, each.getKey()), ticket));
            }
        }
        return tables;
    }

    boolean isTickets() {
        return name.equals(TICKETS);
    }

    private static List<String> key(Connection connection, String schema, String table) throws SQLException {
        record Part(int place, String column) {}
        List<Part> parts = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getPrimaryKeys(null, schema, table)) {
            while (rows.next()) {
                parts.add(new Part(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME")));
            }
        }
        return parts.stream()
                .sorted(Comparator.comparingInt(Part::place))
                .map(Part::column)
                .toList();
    }
}
