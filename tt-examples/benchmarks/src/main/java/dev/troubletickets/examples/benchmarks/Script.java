// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A file of SQL beside this class, run statement by statement; it tells of those that take long. */
final class Script {
    private static final int SHOWN = 70;
    private static final long NANOS = 1_000_000_000;

    private final List<String> statements;

    /** @param size in place of question marks */
    Script(String name, int size) throws IOException {
        try (InputStream sql = Objects.requireNonNull(Script.class.getResourceAsStream(name))) {
            String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*\n", "")
                    .replace("?", Integer.toString(size));
            statements = Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        }
    }

    void run(Connection connection) throws SQLException {
        for (String each : statements) {
            run(connection, each);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        long seconds = (System.nanoTime() - start) / NANOS;
        if (seconds > 0) {
            String line = sql.replaceAll("\\s+", " ");
            System.out.println("  " + seconds + " s: " + line.substring(0, Math.min(SHOWN, line.length())));
        }
    }
}
