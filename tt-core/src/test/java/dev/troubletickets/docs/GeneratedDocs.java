// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Documents that are made from the code. A test fails when the file differs from what the code says; with
 * {@code -Dtt.docs.write=true} it writes the file instead.
 */
public final class GeneratedDocs {
    private static final String WRITE = "tt.docs.write";

    private GeneratedDocs() {}

    public static void check(String file, String content) throws IOException {
        Path path = root().resolve("docs").resolve(file);
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        }
        assertThat(path)
                .as("docs/%s is made from the code; make it anew with -D%s=true", file, WRITE)
                .exists();
        assertThat(Files.readString(path))
                .as("docs/%s is made from the code; make it anew with -D%s=true", file, WRITE)
                .isEqualTo(content);
    }

    /** A source file of the repository. */
    public static String source(String path) throws IOException {
        return Files.readString(root().resolve(path));
    }

    /** The same; empty if there is none yet. */
    static String sourceIfThere(String path) throws IOException {
        return Files.exists(root().resolve(path)) ? source(path) : "";
    }

    /** The sentences before each constant of an enum's source, by the constant's name. */
    static String said(String source, String constant) {
        int at = source.indexOf("    " + constant + "(");
        int open = source.lastIndexOf("/**", at);
        String comment = source.substring(open + 3, source.indexOf("*/", open));
        return comment.lines()
                .map(line -> line.strip().replaceFirst("^\\* ?", ""))
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mvnw"))) {
            directory = Objects.requireNonNull(directory.getParent(), "the tests run inside the repository");
        }
        return directory;
    }
}
