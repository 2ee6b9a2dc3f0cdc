// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program {@code hunspell}, which is asked line by line; Debian's package of that name has it. */
final class NativeHunspell implements AutoCloseable {
    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;

    /** @param dictionary its path without {@code .aff} or {@code .dic} */
    NativeHunspell(Path dictionary) throws IOException {
        process = new ProcessBuilder("hunspell", "-a", "-i", "UTF-8", "-d", dictionary.toString()).start();
        in = process.outputWriter(StandardCharsets.UTF_8);
        out = process.inputReader(StandardCharsets.UTF_8);
        out.readLine();
    }

    /** The misspelt words of the line in order, each with its suggestions. */
    List<List<String>> check(String line) throws IOException {
        in.write("^" + line);
        in.newLine();
        in.flush();
        List<List<String>> misspelt = new ArrayList<>();
        for (String answer = next(); !answer.isEmpty(); answer = next()) {
            if (answer.startsWith("& ")) {
                misspelt.add(List.of(answer.substring(answer.indexOf(": ") + 2).split(", ")));
            } else if (answer.startsWith("#")) {
                misspelt.add(List.of());
            }
        }
        return misspelt;
    }

    private String next() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("hunspell has ended");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
