// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.export;

import dev.troubletickets.core.work.Json;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.ExportColumn;
import dev.troubletickets.view.StaffTicketRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An export line by line. */
abstract class Lines {
    final List<ExportColumn> columns;

    private Lines(List<ExportColumn> columns) {
        this.columns = columns;
    }

    static Lines of(Export export) {
        return switch (export.format()) {
            case CSV -> new Csv(export.columns());
            case JSON -> new JsonObjects(export.columns());
        };
    }

    abstract String head();

    abstract String line(StaffTicketRow row);

    private static final class Csv extends Lines {
        private static final String END = "\r\n";

        Csv(List<ExportColumn> columns) {
            super(columns);
        }

        @Override
        String head() {
            return columns.stream().map(ExportColumn::title).collect(Collectors.joining(",", "", END));
        }

        @Override
        String line(StaffTicketRow row) {
            return columns.stream()
                    .map(column -> CsvCells.cell(Cells.value(column, row)))
                    .collect(Collectors.joining(",", "", END));
        }
    }

    private static final class JsonObjects extends Lines {
        JsonObjects(List<ExportColumn> columns) {
            super(columns);
        }

        @Override
        String head() {
            return "";
        }

        @Override
        String line(StaffTicketRow row) {
            Map<String, Object> fields = new LinkedHashMap<>();
            columns.forEach(column -> fields.put(column.title(), Cells.value(column, row)));
            return Json.write(fields) + "\n";
        }
    }
}
