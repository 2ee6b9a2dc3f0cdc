// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of every column that can hold words it is said what becomes of it when a person is erased (G12), and {@code docs/erasure.md} says it, too. */
@Tag("G12")
class ErasedColumnsTest {
    private static final Set<String> TYPES = Set.of(
            "CHARACTER VARYING",
            "CHARACTER",
            "CHARACTER LARGE OBJECT",
            "BINARY VARYING",
            "BINARY",
            "BINARY LARGE OBJECT",
            "JSON",
            "ARRAY");

    private static final String BEGIN = "<!-- made from ErasedColumns; make it anew with -Dtt.docs.write=true -->\n";
    private static final String END = "<!-- end -->\n";

    @Test
    void noColumnWithWordsIsForgotten() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:erased;DB_CLOSE_DELAY=-1");
        try (JpaStorage storage = JpaStorage.on(database)) {
            assertThat(columns(database)).isEqualTo(new TreeSet<>(ErasedColumns.names(false)));
        }
        assertThat(ErasedColumns.hasNoDouble()).isTrue();
        assertThat(ErasedColumns.names(true))
                .hasSizeGreaterThan(ErasedColumns.names(false).size());
    }

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        Path page = Path.of("..", "docs", "erasure.md");
        String text = Files.readString(page);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        String made = "| table | columns | what becomes of them |\n|---|---|---|\n" + ErasedColumns.rows();
        if (Boolean.getBoolean("tt.docs.write")) {
            Files.writeString(page, text.substring(0, from) + made + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(made);
        }
    }

    /** Such as {@code ticket.subject}. */
    private static Set<String> columns(DataSource database) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (Connection connection = database.getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select table_name, column_name, data_type from information_schema.columns"
                                + " where table_schema = 'PUBLIC'")) {
            while (rows.next()) {
                String table = rows.getString(1).toLowerCase(Locale.ROOT);
                if (TYPES.contains(rows.getString(3)) && table.startsWith("tt_") && !table.endsWith("schema_history")) {
                    columns.add(table.substring(3) + "." + rows.getString(2).toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }
}
