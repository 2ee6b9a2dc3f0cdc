// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small table as CSV. */
public final class Sheet {
    private Sheet() {}

    /** @throws UncheckedIOException if the target fails */
    public static void write(List<List<@Nullable Object>> rows, OutputStream into) {
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(into, StandardCharsets.UTF_8));
            for (List<@Nullable Object> row : rows) {
                out.write(row.stream().map(CsvCells::cell).collect(Collectors.joining(",", "", "\r\n")));
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the target of an export failed", e);
        }
    }
}
