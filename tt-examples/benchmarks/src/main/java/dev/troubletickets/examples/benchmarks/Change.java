// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an operation of the library did to a ticket, to be done to another one the everyday way: a prepared statement for each row that
 * was inserted, and for each row that was changed one that sets the columns that changed. So both sides write the same rows.
 */
record Change(List<Write> writes) {
    Change {
        writes = List.copyOf(writes);
    }

    /**
     * One statement.
     *
     * @param columns whose values the question marks stand for
     */
    record Write(String sql, List<String> columns, List<@Nullable Object> values) {}

    static Change between(Snapshot before, Snapshot after) {
        List<Write> writes = new ArrayList<>();
        after.rows()
                .forEach((table, rows) -> rows.forEach((key, row) -> {
                    Map<String, @Nullable Object> old = before.of(table).get(key);
                    if (old == null) {
                        writes.add(insert(table, row));
                    } else if (!sameRow(old, row)) {
                        writes.add(update(table, old, row));
                    }
                }));
        return new Change(writes);
    }

    /** @throws IllegalStateException if a row that should change is not as it was expected to be */
    void replay(Connection connection, Own own) throws SQLException {
        for (Write write : writes) {
            try (PreparedStatement statement = connection.prepareStatement(write.sql())) {
                for (int i = 0; i < write.columns().size(); i++) {
                    statement.setObject(i + 1, own.of(write, i));
                }
                if (statement.executeUpdate() != 1) {
                    throw new IllegalStateException("not one row: " + write.sql());
                }
            }
        }
    }

    private static Write insert(Table table, Map<String, @Nullable Object> row) {
        String marks =
                String.join(", ", java.util.Collections.nCopies(table.columns().size(), "?"));
        return new Write(
                "insert into " + table.name() + " (" + String.join(", ", table.columns()) + ") values (" + marks + ")",
                table.columns(),
                table.columns().stream().<@Nullable Object>map(row::get).toList());
    }

    /** A ticket is replaced only if it still has the version that was read. */
    private static Write update(Table table, Map<String, @Nullable Object> old, Map<String, @Nullable Object> row) {
        List<String> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        row.forEach((column, value) -> {
            if (!same(value, old.get(column))) {
                columns.add(column);
                values.add(value);
            }
        });
        String set = String.join(" = ?, ", columns) + " = ?";
        List<String> conditions = new ArrayList<>(table.key());
        if (table.isTickets()) {
            conditions.add("version");
        }
        conditions.forEach(column -> {
            columns.add(column);
            values.add(old.get(column));
        });
        String where = String.join(" = ? and ", conditions) + " = ?";
        return new Write("update " + table.name() + " set " + set + " where " + where, columns, values);
    }

    private static boolean sameRow(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        return one.keySet().stream().allMatch(column -> same(one.get(column), other.get(column)));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof byte[] a && other instanceof byte[] b
                ? java.util.Arrays.equals(a, b)
                : Objects.equals(one, other);
    }

    /**
     * What another ticket has of its own in place of the recorded values.
     *
     * @param now in place of every time
     * @param unique in place of Message-IDs
     * @param others by column
     */
    record Own(long ticket, OffsetDateTime now, String unique, Map<String, Object> others) {
        @Nullable
        Object of(Write write, int place) {
            String column = write.columns().get(place);
            Object value = write.values().get(place);
            if (value == null) {
                return null;
            }
            if (column.equals("ticket")
                    || Table.ROOTS.contains(column)
                    || (column.equals("id") && write.sql().contains(" tt_ticket "))) {
                return ticket;
            }
            if (value instanceof OffsetDateTime) {
                return now;
            }
            if (column.equals("message_id")) {
                return value instanceof String text && text.startsWith("<")
                        ? "<" + unique + text.substring(Math.min(text.length(), unique.length() + 1))
                        : Digests.of(unique + place + value);
            }
            return others.getOrDefault(column, value);
        }
    }
}
