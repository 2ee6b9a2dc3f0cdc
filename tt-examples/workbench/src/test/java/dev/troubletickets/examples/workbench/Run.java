// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program, run to its end in this process. */
record Run(int code, String out, String err) {
    static final Path RESOURCES = Path.of("src/test/resources");

    static Run of(Path base, String... arguments) {
        return of(base, false, arguments);
    }

    static Run of(Path base, boolean terminal, String... arguments) {
        return of(base, terminal, InputStream.nullInputStream(), arguments);
    }

    /** As a shell would run it, with standard input from a file if the last two words are {@code < FILE}. */
    static Run ofCommand(String command) throws IOException {
        String[] parts = command.split(" < ");
        String[] arguments = parts[0].split(" ");
        try (InputStream in =
                parts.length == 1 ? InputStream.nullInputStream() : Files.newInputStream(RESOURCES.resolve(parts[1]))) {
            return of(RESOURCES, false, in, arguments);
        }
    }

    static Run of(Path base, boolean terminal, InputStream in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                base,
                in,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal);
        int code = Workbench.run(console, arguments);
        console.out().flush();
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Each line must be an object by itself. */
    List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.lines().toList()) {
            lines.add(JsonMapper.shared().readTree(line));
        }
        return lines;
    }

    JsonNode line(String file) {
        return lines().stream()
                .filter(line -> line.path("file").asString().equals(file))
                .reduce((one, other) -> {
                    throw new AssertionError("two lines about " + file);
                })
                .orElseThrow();
    }

    /** The field in all lines. */
    List<String> all(String field) {
        return lines().stream()
                .map(line ->
                        line.path(field).isNull() ? "null" : line.path(field).asString())
                .toList();
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static String mail(String from, String subject) {
        return "From: " + from + "\nSubject: " + subject + "\n\nWords about " + subject + ".\n";
    }
}
