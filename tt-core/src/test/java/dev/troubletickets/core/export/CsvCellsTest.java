// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cells are read back as they were, and none begins as a formula (C4). */
class CsvCellsTest {
    @Test
    @Tag("C4")
    void aFormulaHasAnApostropheInFront() {
        for (String text : List.of(
                "=1",
                "+1",
                "-1",
                "@x",
                "\t=1",
                "\r=1",
                "  =1",
                "\u00a0=1",
                "\ufeff=1",
                "\uff1d1",
                "\u0001=1",
                "\u000b\u0085+1")) {
            assertThat(read(CsvCells.cell(text))).isEqualTo("'" + text);
        }
        for (String text : List.of("1=1", "a-b", "'=1", "", "x@y.example", "#7")) {
            assertThat(read(CsvCells.cell(text))).isEqualTo(text);
        }
        assertThat(CsvCells.cell("a\t=1"))
                .as("where tabs separate, too, it is one cell")
                .isEqualTo("\"a\t=1\"");
        assertThat(CsvCells.cell(-5L)).isEqualTo("-5");
        assertThat(CsvCells.cell(null)).isEmpty();
        assertThat(CsvCells.cell(List.of("-a", "b"))).isEqualTo("'-a b");
    }

    @Property
    void aCellIsReadBackAsItWasOrDisarmed(@ForAll("texts") String text) {
        String cell = CsvCells.cell(text);
        String back = read(cell);

        assertThat(back).isIn(text, "'" + text);
        assertThat(back.strip()).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
        boolean quoted = cell.startsWith("\"");
        assertThat(quoted || cell.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0))
                .isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("=+-@\t\r\n ,;\"'a\u00a0\ufeff")
                .withCharRange('\u00e0', '\u00ff')
                .ofMaxLength(8);
    }

    /** As RFC 4180 has it. */
    private static String read(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
