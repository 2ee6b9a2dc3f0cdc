// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import java.io.PrintStream;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes objects of JSON, one a line. Characters that other programs take for the end of a line are escaped. */
final class JsonLines {
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final PrintStream out;

    /** @param out in UTF-8 */
    JsonLines(PrintStream out) {
        this.out = out;
    }

    void write(Map<String, ?> fields) {
        out.print(line(fields));
        out.print('\n');
    }

    private String line(Map<String, ?> fields) {
        String json = mapper.writeValueAsString(fields);
        StringBuilder line = new StringBuilder(json.length());
        json.codePoints().forEach(c -> append(c, line));
        return line.toString();
    }

    /** In JSON these stand within texts alone. */
    private static void append(int c, StringBuilder line) {
        boolean endsLines = c == 0x85 || c == 0x2028 || c == 0x2029;
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        if (endsLines) {
            line.append("\\u").append("%04x".formatted(c));
        } else {
            line.appendCodePoint(half ? 0xfffd : c);
        }
    }
}
