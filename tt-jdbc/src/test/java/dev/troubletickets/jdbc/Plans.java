// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import dev.troubletickets.spi.storage.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * How a database would go about a unit of work: its first statement on tables is explained in place of being run; but for the one that
 * asks how common words are.
 */
final class Plans {
    private Plans() {}

    /** The same, and indexes brought to the state in which a database at work keeps them. */
    static void vacuum(DataSource database) throws SQLException {
        execute(database, "vacuum analyze");
    }

    static void analyse(DataSource database) throws SQLException {
        execute(database, "analyze");
    }

    static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String of(DataSource database, String prefix, Consumer<UnitOfWork> work) {
        return of(database, prefix, "explain ", work);
    }

    static String of(DataSource database, String prefix, String explain, Consumer<UnitOfWork> work) {
        Explanation explanation = new Explanation();
        JpaOptions options = JpaOptions.defaults().withTablePrefix(prefix).withMigrate(false);
        try (JpaStorage storage =
                JpaStorage.on(Proxies.connecting(database, c -> explaining(c, explain, explanation)), options)) {
            storage.<Boolean>write(unit -> {
                explanation.wanted = true;
                work.accept(unit);
                return true;
            });
        } catch (Explanation found) {
            return found.plan.toString();
        }
        throw new AssertionError("there was no statement to explain");
    }

    private static Connection explaining(Connection connection, String explain, Explanation explanation) {
        return Proxies.of(Connection.class, (source, method, values) -> {
            boolean prepares = method.getName().equals("prepareStatement")
                    && !values[0].toString().startsWith("select set_config")
                    && !values[0].toString().endsWith(") sampled");
            if (!explanation.wanted || !prepares) {
                return Proxies.call(connection, method, values);
            }
            return explained(connection.prepareStatement(explain + values[0]), explanation);
        });
    }

    private static PreparedStatement explained(PreparedStatement statement, Explanation explanation) {
        return Proxies.of(PreparedStatement.class, (source, method, values) -> {
            if (!method.getName().startsWith("execute")) {
                return Proxies.call(statement, method, values);
            }
            try (ResultSet lines = statement.executeQuery()) {
                while (lines.next()) {
                    explanation.plan.append(lines.getString(1)).append('\n');
                }
            }
            throw explanation;
        });
    }

    private static final class Explanation extends RuntimeException {
        private final StringBuilder plan = new StringBuilder();
        private boolean wanted;
    }
}
