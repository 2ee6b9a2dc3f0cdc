// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** The tables of an installation, for tests to look at and to empty. */
final class Tables {
    private final DataSource database;
    private final String prefix;

    Tables(DataSource database, String prefix) {
        this.database = database;
        this.prefix = prefix;
    }

    /** In lower case, of all schemas. */
    List<String> names() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet tables =
                        connection.getMetaData().getTables(null, null, null, new String[] {"TABLE", "BASE TABLE"})) {
            List<String> names = new ArrayList<>();
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith(prefix)) {
                    names.add(name);
                }
            }
            return names;
        }
    }

    /** Of all but what the migrations put there. */
    void empty() throws SQLException {
        List<String> names = new ArrayList<>(names());
        names.remove(prefix + "mutex");
        names.remove(prefix + "schema_history");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                statement.execute("set referential_integrity false");
                for (String name : names) {
                    statement.execute("truncate table " + name);
                }
                statement.execute("set referential_integrity true");
            } else if (TestServer.isMariaDb()) {
                statement.execute("set foreign_key_checks = 0");
                for (String name : names) {
                    statement.execute("delete from " + name);
                }
                statement.execute("set foreign_key_checks = 1");
            } else {
                statement.execute("truncate " + String.join(", ", names));
            }
        }
    }
}
