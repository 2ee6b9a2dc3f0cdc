// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What an export looks like (C4): in UTF-8, a ticket a line.
 *
 * @param columns in this order
 */
public record Export(Format format, List<ExportColumn> columns) {
    /** The form of the lines. */
    public enum Format {
        /**
         * RFC 4180, with a first line of the columns' titles. A text that a spreadsheet would take for a formula, because it begins with
         * {@code = + - @}, a tab or an end of a line, spaces before it or not, has an apostrophe in front.
         */
        CSV,
        /** An object a line (NDJSON), so that it can be read as it comes, and what is there of one that broke off is whole. */
        JSON
    }

    /**
     * @throws Invalid if there is no column, or one is named twice
     * @throws OverLimit {@code columns}, if there are more than there can be
     */
    public Export {
        columns = List.copyOf(columns);
        if (columns.size() > ExportColumn.values().length) {
            throw new OverLimit("columns", ExportColumn.values().length);
        }
        if (columns.isEmpty()) {
            throw new Invalid("columns", "name at least one");
        }
        if (Set.copyOf(columns).size() < columns.size()) {
            throw new Invalid("columns", "one of them is named twice");
        }
    }

    /** All columns, if none is named. */
    public static Export csv(ExportColumn... columns) {
        return new Export(Format.CSV, orAll(columns));
    }

    /** All columns, if none is named. */
    public static Export json(ExportColumn... columns) {
        return new Export(Format.JSON, orAll(columns));
    }

    /** With the columns of these titles, as a form sends them. */
    public static Export of(Format format, Collection<String> titles) {
        if (titles.size() > ExportColumn.values().length) {
            throw new OverLimit("columns", ExportColumn.values().length);
        }
        return new Export(format, titles.stream().map(ExportColumn::of).toList());
    }

    private static List<ExportColumn> orAll(ExportColumn[] columns) {
        return List.of(columns.length == 0 ? ExportColumn.values() : columns);
    }
}
