// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of tables in this installation. Statements write {@code {ticket}} for the table of tickets. Both parts go into SQL as they
 * are, so they are plain lower-case words and nothing else.
 */
public record Names(Optional<String> schema, String prefix) {
    private static final Pattern PREFIX = Pattern.compile("([a-z][a-z0-9_]{0,9})?");
    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,29}");

    /** @throws IllegalArgumentException if one is not such a word */
    public Names {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "a table prefix is at most 10 of a-z, 0-9 and _, beginning with a letter");
        }
        if (schema.isPresent() && !SCHEMA.matcher(schema.get()).matches()) {
            throw new IllegalArgumentException("a schema is 1 to 30 of a-z, 0-9 and _, beginning with a letter");
        }
    }

    public String table(String name) {
        return schema.map(value -> value + ".").orElse("") + prefix + name;
    }

    /** The statement with the names of this installation. */
    String in(String sql) {
        StringBuilder result = new StringBuilder(sql.length() + 64);
        int from = 0;
        for (int open = sql.indexOf('{'); open >= 0; open = sql.indexOf('{', from)) {
            int close = sql.indexOf('}', open);
            result.append(sql, from, open).append(table(sql.substring(open + 1, close)));
            from = close + 1;
        }
        return result.append(sql, from, sql.length()).toString();
    }
}
