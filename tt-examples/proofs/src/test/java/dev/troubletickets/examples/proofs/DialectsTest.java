// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.examples.proofs.CorporaCount.Taken;
import dev.troubletickets.view.MailOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails as mail servers, machines and people write them in many places, made up by us; see {@code src/test/resources/dialects}. */
class DialectsTest {
    @TempDir
    Path directory;

    @Test
    @Tag("D9")
    void noDeliveryReportOpensATicketOrIsAnswered() throws IOException {
        assertThat(taken("bounce"))
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        (mail, taken) -> assertThat(taken).as(mail).isEqualTo(new Taken(MailOutcome.BOUNCE, 0, true)));
    }

    @Test
    @Tag("D4")
    void noMachineIsAnsweredAndNoneMarksAnAddress() throws IOException {
        assertThat(taken("automatic")).hasSizeGreaterThan(15).allSatisfy((mail, taken) -> {
            assertThat(taken.answers()).as(mail).isZero();
            assertThat(taken.outcome()).as(mail).isNotEqualTo(MailOutcome.BOUNCE);
        });
    }

    /** Who forwards a delivery report, quotes one, or is a postmaster. */
    @Test
    @Tag("D4")
    @Tag("D9")
    void whatPeopleWriteOpensATicketAndIsAnswered() throws IOException {
        assertThat(taken("person"))
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        (mail, taken) -> assertThat(taken).as(mail).isEqualTo(new Taken(MailOutcome.OPENED, 1, true)));
    }

    private Map<String, Taken> taken(String folder) throws IOException {
        Map<String, Taken> taken = new TreeMap<>();
        try (MailTrial trial = new MailTrial(directory.resolve(folder));
                Stream<Path> files = Files.list(Path.of("src/test/resources/dialects", folder))) {
            for (Path file : files.sorted().toList()) {
                taken.put(file.getFileName().toString(), trial.take(Files.readAllBytes(file)));
            }
        }
        return taken;
    }
}
