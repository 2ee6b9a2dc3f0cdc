// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the databases differ. */
public enum Dialect {
    POSTGRESQL("PostgreSQL", "postgresql"),
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
        return this == H2 ? "select next value for {" + sequence + "}" : "select nextval('{" + sequence + "}')";
    }

    /** What follows a {@code like ?} so that a backslash escapes. PostgreSQL's default; saying it there would leave indexes unused. */
    public String escape() {
        return this == H2 ? " escape '\\'" : "";
    }

    /** What makes the rest of the unit plan each statement for its own values, where the database would stop doing so. */
    public Optional<String> planEachTime() {
        return this == POSTGRESQL
                ? Optional.of("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                : Optional.empty();
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

    /** An upsert: {@code keys} and {@code others} are columns, {@code values} stand for both. */
    public String upsert(String table, String keys, String others, String values) {
        if (this == H2) {
            return "merge into {%s} (%s, %s) key (%s) values (%s)".formatted(table, keys, others, keys, values);
        }
        return "insert into {%s} (%s, %s) values (%s) on conflict (%s) do update set %s"
                .formatted(table, keys, others, values, keys, excluded(others));
    }

    /** The same for one number, kept if it is the larger one. H2 wants to be told the types of {@code values}. */
    public String raise(String table, String keys, String number, String values) {
        if (this == H2) {
            String same = Arrays.stream(keys.split(", "))
                    .map(key -> "t." + key + " = s." + key)
                    .collect(Collectors.joining(" and "));
            return ("merge into {%1$s} t using (values (%2$s)) s (%3$s, %4$s) on %5$s"
                            + " when matched and t.%4$s < s.%4$s then update set %4$s = s.%4$s"
                            + " when not matched then insert (%3$s, %4$s) values (s.%6$s, s.%4$s)")
                    .formatted(table, values, keys, number, same, keys.replace(", ", ", s."));
        }
        return upsert(table, keys, number, values) + " where {%1$s}.%2$s < excluded.%2$s".formatted(table, number);
    }

    /** True if an insert can leave out rows that are there already; else it fails, and only the statement does. */
    boolean leavesOutDuplicates() {
        return this == POSTGRESQL;
    }

    /** True if several statements can go in one round trip. */
    boolean joinsStatements() {
        return this == POSTGRESQL;
    }

    private static String excluded(String columns) {
        StringBuilder set = new StringBuilder();
        for (String column : columns.split(", ")) {
            set.append(set.isEmpty() ? "" : ", ")
                    .append(column)
                    .append(" = excluded.")
                    .append(column);
        }
        return set.toString();
    }
}
