// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import dev.troubletickets.jdbc.internal.sql.Names;
import java.util.Optional;

/**
 * How the library's tables stand in the host's database. Immutable.
 *
 * @param tablePrefix begins the name of every table, index and sequence; {@code tt_} by default
 * @param schema where the tables are, on MariaDB a database; by default where the host's connections look first
 * @param migrate whether to create and change the tables when the storage opens; true by default. Where it is false, the host has run
 *     the SQL files of {@code dev/troubletickets/jdbc/migration} itself.
 */
public record JpaOptions(String tablePrefix, Optional<String> schema, boolean migrate) {
    /**
     * @throws IllegalArgumentException if the prefix is not at most 10, the schema not 1 to 30 of a-z, 0-9 and _, beginning with a
     *     letter
     */
    public JpaOptions {
        Names checked = new Names(schema, tablePrefix);
        tablePrefix = checked.prefix();
    }

    public static JpaOptions defaults() {
        return new JpaOptions("tt_", Optional.empty(), true);
    }

    public JpaOptions withTablePrefix(String value) {
        return new JpaOptions(value, schema, migrate);
    }

    /** A schema that is missing is created if the storage migrates. */
    public JpaOptions withSchema(String value) {
        return new JpaOptions(tablePrefix, Optional.of(value), migrate);
    }

    public JpaOptions withMigrate(boolean value) {
        return new JpaOptions(tablePrefix, schema, value);
    }
}
