// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.docs.GeneratedDocs;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The {@link Law} is short enough to be read and believed. */
class LawTest {
    private static final String HERE = "tt-core/src/test/java/dev/troubletickets/security/matrix/";

    @Test
    @Tag("E3")
    void theModelHasAtMost150Lines() throws IOException {
        assertThat(lines("Law") + lines("Rule")).isLessThanOrEqualTo(150);
    }

    /** Without the header, the imports, comments, and what is empty. */
    private static long lines(String of) throws IOException {
        return GeneratedDocs.source(HERE + of + ".java")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .filter(line -> !line.startsWith("package ") && !line.startsWith("import "))
                .filter(line -> !line.startsWith("//") && !line.startsWith("/*") && !line.startsWith("*"))
                .count();
    }
}
