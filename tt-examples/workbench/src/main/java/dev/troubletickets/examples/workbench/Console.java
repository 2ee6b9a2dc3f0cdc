// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command reads and writes.
 *
 * @param base where relative paths begin
 * @param in what commands read that are given no files
 * @param out in UTF-8; for what the command says and nothing else
 * @param err for progress and what went wrong
 * @param terminal whether somebody looks at {@code err}
 */
record Console(Path base, InputStream in, PrintStream out, PrintStream err, boolean terminal) {
    /** Without characters by which a stranger could steer a terminal. */
    static String harmless(String text) {
        StringBuilder harmless = new StringBuilder();
        text.codePoints().forEach(c -> harmless.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return harmless.toString();
    }
}
