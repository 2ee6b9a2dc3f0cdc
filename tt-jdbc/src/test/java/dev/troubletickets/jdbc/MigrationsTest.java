// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The migrations of the databases make the same tables, columns and indexes, but for what is named here. */
class MigrationsTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/dev/troubletickets/jdbc/migration");
    private static final Pattern TABLE = Pattern.compile("(?ms)^create table \\$\\{prefix}(\\w+) \\((.*?)^\\)");
    private static final Pattern COLUMN = Pattern.compile("(?m)^    (?!primary |foreign |unique |--)(\\w+) ");
    private static final Pattern INDEX = Pattern.compile("create (?:unique |fulltext )?index \\$\\{prefix}(\\w+)");

    /** What mails have beyond one statement, and what stands for unique values that are too long and for conditions of indexes. */
    private static final Set<String> MARIADB_ALONE = Set.of(
            "intake.fetched",
            "intake_rest.mail",
            "intake_rest.part",
            "intake_rest.content",
            "outbox.unsettled",
            "outbox_rest.mail",
            "outbox_rest.part",
            "outbox_rest.content");

    /** By trigrams, and of parts of tables. */
    private static final Set<String> POSTGRESQL_ALONE = Set.of(
            "ticket_text_subject", "ticket_text_requester", "intake_waiting", "outbox_order", "history_unplaced");

    /** By words; and one that H2 would not take for {@code is not null}. */
    private static final Set<String> NOT_IN_H2 = Set.of("ticket_text_words", "message_words", "ticket_parts");

    @Test
    void allDatabasesHaveTheSameColumns() throws IOException {
        Set<String> h2 = columns("h2");

        assertThat(h2).hasSizeGreaterThan(100);
        assertThat(columns("postgresql")).isEqualTo(h2);
        assertThat(without(columns("mariadb"), MARIADB_ALONE)).isEqualTo(h2);
    }

    @Test
    void allDatabasesHaveTheSameIndexes() throws IOException {
        Set<String> h2 = indexes("h2");

        assertThat(h2).hasSizeGreaterThan(20);
        assertThat(without(without(indexes("postgresql"), POSTGRESQL_ALONE), NOT_IN_H2))
                .isEqualTo(h2);
        assertThat(without(indexes("mariadb"), NOT_IN_H2)).isEqualTo(h2);
    }

    private static Set<String> columns(String folder) throws IOException {
        Set<String> columns = new TreeSet<>();
        Matcher table = TABLE.matcher(sql(folder));
        while (table.find()) {
            Matcher column = COLUMN.matcher(table.group(2));
            while (column.find()) {
                columns.add(table.group(1) + "." + column.group(1));
            }
        }
        return columns;
    }

    private static Set<String> indexes(String folder) throws IOException {
        Set<String> indexes = new TreeSet<>();
        Matcher index = INDEX.matcher(sql(folder));
        while (index.find()) {
            indexes.add(index.group(1));
        }
        return indexes;
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        assertThat(all).containsAll(some);
        all.removeAll(some);
        return all;
    }

    private static String sql(String folder) throws IOException {
        StringBuilder sql = new StringBuilder();
        try (Stream<Path> files = Files.list(MIGRATIONS.resolve(folder))) {
            for (Path file : files.sorted().toList()) {
                sql.append(Files.readString(file));
            }
        }
        return sql.toString();
    }
}
