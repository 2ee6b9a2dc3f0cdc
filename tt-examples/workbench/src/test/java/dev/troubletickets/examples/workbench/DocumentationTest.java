// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the examples of the page print; {@code -Dtt.docs.write=true} writes it there instead of comparing. */
class DocumentationTest {
    private static final Path PAGE = Path.of("../../docs/workbench.md");
    private static final Pattern EXAMPLE = Pattern.compile("```console\n\\$ workbench (.+)\n([^`]*)```\n");

    @Test
    @Tag("D1")
    void theExamplesPrintWhatThePageSays() throws IOException {
        String page = Files.readString(PAGE);
        String filled = EXAMPLE.matcher(page).replaceAll(DocumentationTest::filled);
        if (Boolean.getBoolean("tt.docs.write")) {
            Files.writeString(PAGE, filled);
        } else {
            assertThat(page).isEqualTo(filled);
        }
        assertThat(EXAMPLE.matcher(page).results()).hasSizeGreaterThan(2);
        assertThat(page.split("```console")).as("each block is an example").hasSize((int) examples(page) + 1);
    }

    @Test
    void everyFieldStandsInTheTable() throws IOException {
        String page = Files.readString(PAGE);
        List<String> fields = List.copyOf(Run.of(Run.RESOURCES, "ingest", "--json", "mails/5-broken.eml")
                .lines()
                .get(0)
                .propertyNames());
        assertThat(fields).allSatisfy(field -> assertThat(page).contains("| `" + field + "` |"));
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            assertThat(page).contains("| `" + kind + "` |");
        }
    }

    private static long examples(String page) {
        return EXAMPLE.matcher(page).results().count();
    }

    private static String filled(MatchResult example) {
        String arguments = example.group(1);
        try {
            String out = Run.ofCommand(arguments).out();
            return Matcher.quoteReplacement("```console\n$ workbench " + arguments + "\n" + out + "```\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
