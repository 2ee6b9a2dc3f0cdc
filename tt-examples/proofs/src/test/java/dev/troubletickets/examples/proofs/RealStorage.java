// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.jdbc.JpaStorage;
import dev.troubletickets.kit.TestStorage;
import dev.troubletickets.spi.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The database that {@code -Dtt.store} names, for the behaviour tests: one for all of them, emptied before each. */
public final class RealStorage implements TestStorage {
    private static final String PREFIX = "tt_";

    @Override
    public Storage fresh() {
        try {
            One.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return One.STORAGE;
    }

    @Override
    public List<String> words() {
        try {
            return One.words();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opened when the first test asks. */
    private static final class One {
        static final String STORE = System.getProperty("tt.store", "h2");
        static final HikariDataSource DATABASE = Stores.pool(url(), 16);
        static final Storage STORAGE = JpaStorage.on(DATABASE);

        private One() {}

        private static String url() {
            return switch (STORE) {
                case "h2" -> "jdbc:h2:mem:behaviour;DB_CLOSE_DELAY=-1";
                case "mariadb" -> MariaDb.url();
                default -> Postgres.newDatabase();
            };
        }

        /** All tables but what the migrations put there. */
        static void empty() throws SQLException {
            try (Connection connection = DATABASE.getConnection();
                    Statement statement = connection.createStatement()) {
                List<String> tables = tables(connection);
                switch (STORE) {
                    case "h2" -> truncate(statement, tables);
                    case "mariadb" -> delete(statement, tables);
                    default -> deleteOnPostgres(statement, tables);
                }
                statement.execute("alter sequence " + PREFIX + "ticket_number restart with 1");
            }
        }

        static List<String> words() throws SQLException {
            List<String> words = new ArrayList<>();
            try (Connection connection = DATABASE.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String table : tables(connection)) {
                    try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                        while (rows.next()) {
                            add(words, table, rows);
                        }
                    }
                }
            }
            return words;
        }

        private static void add(List<String> words, String table, ResultSet rows) throws SQLException {
            ResultSetMetaData columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                boolean binary = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB)
                        .contains(columns.getColumnType(i));
                byte[] bytes = binary ? rows.getBytes(i) : null;
                String word = bytes == null ? rows.getString(i) : new String(bytes, StandardCharsets.UTF_8);
                words.add(table + "." + columns.getColumnName(i) + ": " + word);
            }
        }

        /** To truncate makes all files anew, which takes longer than a test. */
        private static void deleteOnPostgres(Statement statement, List<String> tables) throws SQLException {
            statement.execute("set session_replication_role = replica");
            for (String table : tables) {
                statement.addBatch("delete from " + table);
            }
            statement.executeBatch();
            statement.execute("set session_replication_role = default");
            statement.execute("select setval(pg_get_serial_sequence(table_name, column_name), 1, false)"
                    + " from information_schema.columns where is_identity = 'YES'");
        }

        private static void truncate(Statement statement, List<String> tables) throws SQLException {
            statement.execute("set referential_integrity false");
            for (String table : tables) {
                statement.execute("truncate table " + table + " restart identity");
            }
            statement.execute("set referential_integrity true");
        }

        /** To truncate takes MariaDB as long as to make the table. */
        private static void delete(Statement statement, List<String> tables) throws SQLException {
            statement.execute("set foreign_key_checks = 0");
            for (String table : tables) {
                if (statement.executeUpdate("delete from " + table) > 0) {
                    statement.execute("alter table " + table + " auto_increment = 1");
                }
            }
            statement.execute("set foreign_key_checks = 1");
        }

        private static List<String> tables(Connection connection) throws SQLException {
            try (ResultSet tables = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), null, null, new String[] {"TABLE", "BASE TABLE"})) {
                List<String> names = new ArrayList<>();
                while (tables.next()) {
                    String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                    if (name.startsWith(PREFIX) && !name.endsWith("mutex") && !name.endsWith("schema_history")) {
                        names.add(name);
                    }
                }
                return names;
            }
        }
    }
}
