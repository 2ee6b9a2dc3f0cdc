// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.jdbc.JpaStorage;
import dev.troubletickets.spi.storage.Storage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("D1")
class QuickstartTest {
    /** Nine mails of customers, the copy of a ticket from the panel, six replies; see {@link Story}. */
    private static final String LAST_LINE =
            "quickstart: mails=16 tickets=10 answers=8 appended=4 quarantined=0 lost=0 duplicated=0";

    @Test
    void onAnEmbeddedDatabaseNothingIsLostAndNothingIsDoubled(@TempDir Path directory) {
        try (Storage storage = JpaStorage.embedded(directory.resolve("desk"))) {
            assertThat(lastLineOfARunOn(storage)).isEqualTo(LAST_LINE);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void onPostgresTheSecondRunIsAsGoodAsTheFirst() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Storage storage = JpaStorage.on(postgres.getPostgresDatabase())) {
            assertThat(lastLineOfARunOn(storage)).isEqualTo(LAST_LINE);
            assertThat(lastLineOfARunOn(storage)).isEqualTo(LAST_LINE);
        }
    }

    private static String lastLineOfARunOn(Storage storage) {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        boolean clean = Quickstart.run(storage, new PrintStream(screen, true, StandardCharsets.UTF_8));
        assertThat(clean).isTrue();
        return screen.toString(StandardCharsets.UTF_8)
                .lines()
                .reduce((one, next) -> next)
                .orElseThrow();
    }
}
