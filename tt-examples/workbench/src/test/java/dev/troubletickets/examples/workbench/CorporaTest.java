// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails that strangers wrote, in a folder named by {@code -Dtt.corpora}: each file has its line, and nothing is thrown. */
@Tag("D1")
@Tag("D10")
class CorporaTest {
    @Test
    void eachFileHasOneLineAndAnOutcome() throws IOException {
        String corpora = System.getProperty("tt.corpora", "");
        assumeTrue(!corpora.isEmpty(), "needs -Dtt.corpora=<folder of mails>");
        Run run = Run.of(Path.of(corpora), "ingest", "--json", "mail", "bounce");
        Map<String, Integer> outcomes = new TreeMap<>();
        run.all("outcome").forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
        System.out.println("corpora: " + outcomes);

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.all("file")).doesNotHaveDuplicates().hasSize(files(corpora, "mail") + files(corpora, "bounce"));
        assertThat(run.lines())
                .allSatisfy(line -> assertThat(line.path("why").isEmpty()).isFalse());
        assertThat(run.out()).doesNotContain("processing failed", "could not come to an outcome");
    }

    private static int files(String corpora, String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(corpora, folder))) {
            return (int) files.filter(Files::isRegularFile).count();
        }
    }
}
