// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All rows of one ticket, in every table, by their keys. */
record Snapshot(Map<Table, Map<List<@Nullable Object>, Map<String, @Nullable Object>>> rows) {
    static Snapshot none() {
        return new Snapshot(Map.of());
    }

    static Snapshot of(Connection connection, List<Table> tables, long ticket) throws SQLException {
        Map<Table, Map<List<@Nullable Object>, Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();
        for (Table table : tables) {
            rows.put(table, rows(connection, table, ticket));
        }
        return new Snapshot(rows);
    }

    Map<List<@Nullable Object>, Map<String, @Nullable Object>> of(Table table) {
        return rows.getOrDefault(table, Map.of());
    }

    private static Map<List<@Nullable Object>, Map<String, @Nullable Object>> rows(
            Connection connection, Table table, long ticket) throws SQLException {
        Set<String> columns = new LinkedHashSet<>(table.columns());
        columns.addAll(table.key());
        String sql = "select " + String.join(", ", columns) + " from " + table.name() + " where " + table.ticket()
                + " = ? order by " + String.join(", ", table.key());
        Map<List<@Nullable Object>, Map<String, @Nullable Object>> found = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, ticket);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    for (String column : columns) {
                        row.put(column, value(result, column));
                    }
                    List<@Nullable Object> key =
                            table.key().stream().<@Nullable Object>map(row::get).toList();
                    found.put(key, row);
                }
            }
        }
        return found;
    }

    private static @Nullable Object value(ResultSet result, String column) throws SQLException {
        Object value = result.getObject(column);
        return value instanceof java.sql.Timestamp ? result.getObject(column, OffsetDateTime.class) : value;
    }
}
