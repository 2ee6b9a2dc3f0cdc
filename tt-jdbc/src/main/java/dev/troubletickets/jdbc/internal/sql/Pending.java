// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes whose outcome nobody waits for, kept back to go out in as few round trips as the database can do, in the order they came. */
final class Pending {
    /** So that a text of joined statements stays short enough to be worth keeping prepared. */
    private static final int MOST_JOINED = 16;

    private final List<Statement> statements = new ArrayList<>();
    private final boolean joining;

    Pending(boolean joining) {
        this.joining = joining;
    }

    void add(Statement statement) {
        statements.add(statement);
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    void flush(Connection connection) throws SQLException {
        List<Statement> rest = List.copyOf(statements);
        statements.clear();
        while (!rest.isEmpty()) {
            int equal = equalAtStart(rest);
            boolean joined = joining && equal < rest.size() && equal < MOST_JOINED;
            int end = joined ? Math.min(MOST_JOINED, rest.size()) : equal;
            if (joined) {
                join(connection, rest.subList(0, end));
            } else {
                batch(connection, rest.subList(0, end));
            }
            rest = rest.subList(end, rest.size());
        }
    }

    private static int equalAtStart(List<Statement> statements) {
        String sql = statements.get(0).sql();
        int end = 1;
        while (end < statements.size() && statements.get(end).sql().equals(sql)) {
            end++;
        }
        return end;
    }

    private static void batch(Connection connection, List<Statement> equal) throws SQLException {
        try (PreparedStatement prepared =
                connection.prepareStatement(equal.get(0).sql())) {
            for (Statement statement : equal) {
                statement.bind(prepared, 1);
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }

    private static void join(Connection connection, List<Statement> statements) throws SQLException {
        String sql = statements.stream().map(Statement::sql).collect(Collectors.joining("; "));
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            int place = 1;
            for (Statement statement : statements) {
                place = statement.bind(prepared, place);
            }
            prepared.execute();
        }
    }
}
