// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.export;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cells of RFC 4180 that no spreadsheet takes for a formula. */
public final class CsvCells {
    /** Wide forms, too: some spreadsheets make them narrow. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvCells() {}

    /** A line with its end. */
    public static String line(List<? extends @Nullable Object> values) {
        return values.stream().map(CsvCells::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> all) {
            return quoted(disarmed(all.stream().map(String::valueOf).collect(Collectors.joining(" "))));
        }
        return value instanceof String text ? quoted(disarmed(text)) : value.toString();
    }

    private static String disarmed(String text) {
        int first = 0;
        while (first < text.length() && isLeftOut(text.charAt(first))) {
            first++;
        }
        boolean armed = first < text.length() && BEGINS_FORMULA.indexOf(text.charAt(first)) >= 0;
        return armed ? "'" + text : text;
    }

    /** What a spreadsheet may leave out at the beginning of a cell. */
    private static boolean isLeftOut(char c) {
        boolean control = Character.isISOControl(c) && BEGINS_FORMULA.indexOf(c) < 0;
        return control || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || Character.isISOControl(c))
                && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
