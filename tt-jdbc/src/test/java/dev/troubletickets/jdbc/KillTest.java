// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.storage.Storage;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL: no shut-down hook, no last write. */
class KillTest {
    private static final int ENOUGH = 50;

    @Test
    void theEmbeddedStorageHasAllItCommittedBeforeItWasKilled(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("tickets");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Long> committed = new ArrayList<>();
        try (BufferedReader output = writer.inputReader()) {
            while (committed.size() < ENOUGH) {
                committed.add(Long.valueOf(output.readLine()));
            }
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();

        try (Storage storage = JpaStorage.embedded(file)) {
            List<Long> kept = storage.read(unit -> unit.queues().all().stream()
                    .map(queue -> queue.id().value())
                    .toList());
            assertThat(kept).containsAll(committed);
        }
    }
}
