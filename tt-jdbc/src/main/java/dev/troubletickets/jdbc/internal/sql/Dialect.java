// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the databases differ. */
public enum Dialect {
    POSTGRESQL("PostgreSQL", "postgresql"),
    MARIADB("MariaDB", "mariadb"),
    H2("H2", "h2");

    private final String product;
    private final String folder;

    Dialect(String product, String folder) {
        this.product = product;
        this.folder = folder;
    }

    public static Optional<Dialect> ofProduct(String name) {
        return Arrays.stream(values()).filter(d -> d.product.equals(name)).findFirst();
    }

    /** Where the migrations are. */
    public String folder() {
        return folder;
    }

    /** As the database calls itself. */
    public String product() {
        return product;
    }

    /** The next number of a sequence. */
    public String nextOf(String sequence) {
        return this == POSTGRESQL ? "select nextval('{" + sequence + "}')" : "select next value for {" + sequence + "}";
    }

    /**
     * What follows a {@code like ?} so that a backslash escapes. PostgreSQL's default; saying it there would leave indexes unused. On
     * MariaDB it depends on the session what a backslash is in a literal.
     */
    public String escape() {
        return switch (this) {
            case POSTGRESQL -> "";
            case MARIADB -> " escape char(92)";
            case H2 -> " escape '\\'";
        };
    }

    /** What makes the rest of the unit plan each statement for its own values, where the database would stop doing so. */
    public Optional<String> planEachTime() {
        return this == POSTGRESQL
                ? Optional.of("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                : Optional.empty();
    }

    /** Words of texts, and searches for them. */
    public Fulltext fulltext() {
        return new Fulltext(this);
    }

    /** True if an index gives the order of a list only to those who sort by its columns from the first on, fixed ones too. */
    public boolean sortsByWholeIndex() {
        return this == H2;
    }

    /**
     * True if a foreign key can be broken by two units at once: one deletes what the other begins to refer to, and neither waits. There
     * the table mutex has rows for those who refer to queues, so that whoever deletes one can wait for them all.
     */
    public boolean needsGuardedReferences() {
        return this == H2;
    }

    /** True if a connection may be set to another isolation than read committed unless a unit sees to it. */
    public boolean needsReadCommitted() {
        return this == MARIADB;
    }

    /** The condition that a text is there, for rows that were found otherwise: MariaDB would merge indexes for it, and sort what they give. */
    public String isThere(String column) {
        return this == MARIADB ? "coalesce(" + column + ", '') <> ''" : column + " is not null";
    }

    /** True if a statement with its values is no larger than a setting of the server allows, so that large values go in parts. */
    public boolean limitsStatements() {
        return this == MARIADB;
    }

    /** The condition that a mail on its way out is ready, claimed or being sent; as an index has it. */
    public String unsettled() {
        return this == MARIADB ? "unsettled = true" : "state in (0, 1, 2)";
    }

    /** An upsert: {@code keys} and {@code others} are columns, {@code values} stand for both. */
    public String upsert(String table, String keys, String others, String values) {
        if (this == H2) {
            return "merge into {%s} (%s, %s) key (%s) values (%s)".formatted(table, keys, others, keys, values);
        }
        String insert = "insert into {%s} (%s, %s) values (%s)".formatted(table, keys, others, values);
        return this == MARIADB
                ? insert + " on duplicate key update " + replaced(others, "%1$s = values(%1$s)")
                : insert
                        + " on conflict (%s) do update set ".formatted(keys)
                        + replaced(others, "%1$s = excluded.%1$s");
    }

    /** The same for one number, kept if it is the larger one. H2 wants to be told the types of keys and number. */
    public String raise(String table, String keys, String number, String types) {
        return switch (this) {
            case MARIADB ->
                inserted(table, keys, number, types)
                        + " on duplicate key update %1$s = greatest(%1$s, values(%1$s))".formatted(number);
            case H2 ->
                merged(table, keys, number, types).formatted(" and t.%1$s < s.%1$s".formatted(number), "s." + number);
            case POSTGRESQL ->
                upsert(table, keys, number, marks(types))
                        + " where {%1$s}.%2$s < excluded.%2$s".formatted(table, number);
        };
    }

    /** The same for one number, added to the one that is there. Whoever adds to a row holds it until the unit ends. */
    public String add(String table, String keys, String number, String types) {
        return switch (this) {
            case MARIADB ->
                inserted(table, keys, number, types)
                        + " on duplicate key update %1$s = %1$s + values(%1$s)".formatted(number);
            case H2 -> merged(table, keys, number, types).formatted("", "t.%1$s + s.%1$s".formatted(number));
            case POSTGRESQL ->
                inserted(table, keys, number, types)
                        + " on conflict (%1$s) do update set %2$s = {%3$s}.%2$s + excluded.%2$s"
                                .formatted(keys, number, table);
        };
    }

    private static String inserted(String table, String keys, String number, String types) {
        return "insert into {%s} (%s, %s) values (%s)".formatted(table, keys, number, marks(types));
    }

    private static String marks(String types) {
        return Codes.marks(types.split(", ").length);
    }

    /** To be filled in: when to update a row that is there, and to what. */
    private static String merged(String table, String keys, String number, String types) {
        String values =
                Arrays.stream(types.split(", ")).map("cast(? as %s)"::formatted).collect(Collectors.joining(", "));
        String same = Arrays.stream(keys.split(", "))
                .map(key -> "t." + key + " = s." + key)
                .collect(Collectors.joining(" and "));
        return ("merge into {%1$s} t using (values (%2$s)) s (%3$s, %4$s) on %5$s"
                        + " when matched%%s then update set %4$s = %%s"
                        + " when not matched then insert (%3$s, %4$s) values (s.%6$s, s.%4$s)")
                .formatted(table, values, keys, number, same, keys.replace(", ", ", s."));
    }

    /** True if an insert can leave out rows that are there already; else it fails, and only the statement does. */
    boolean leavesOutDuplicates() {
        return this == POSTGRESQL;
    }

    /** True if several statements can go in one round trip. */
    boolean joinsStatements() {
        return this == POSTGRESQL;
    }

    /** In UTC on every database: MariaDB's type has no time zone, and would take the driver's or the session's. */
    void bind(PreparedStatement statement, int place, Instant instant) throws SQLException {
        if (this == MARIADB) {
            statement.setTimestamp(place, Timestamp.from(instant), utc());
        } else {
            statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
        }
    }

    @Nullable
    Instant instant(ResultSet result, int column) throws SQLException {
        if (this == MARIADB) {
            Timestamp value = result.getTimestamp(column, utc());
            return value == null ? null : value.toInstant();
        }
        OffsetDateTime value = result.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The calendar of the machine's locale may count other years. */
    private static Calendar utc() {
        return new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    }

    private static String replaced(String columns, String assignment) {
        return Arrays.stream(columns.split(", ")).map(assignment::formatted).collect(Collectors.joining(", "));
    }
}
