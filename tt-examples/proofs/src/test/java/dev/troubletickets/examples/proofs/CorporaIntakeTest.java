// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.Mailroom;
import dev.troubletickets.jdbc.JpaStorage;
import dev.troubletickets.mail.MimeFormat;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.view.MailroomView;
import dev.troubletickets.view.RunReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails that strangers wrote, in a folder named by {@code -Dtt.corpora}: each comes to an outcome, and its original stays as it was. */
@Tag("D1")
@Tag("D10")
class CorporaIntakeTest {
    @TempDir
    Path directory;

    @Test
    void everyMailComesToAnOutcomeAndItsOriginalStaysByteForByte() throws IOException {
        String corpora = System.getProperty("tt.corpora", "");
        assumeTrue(!corpora.isEmpty(), "needs -Dtt.corpora=<folder of mails>");
        List<byte[]> mails = mails(Path.of(corpora, "mail"), Path.of(corpora, "bounce"));
        assertThat(mails).hasSizeGreaterThan(200);
        InMemoryMail mail = InMemoryMail.with(new MimeFormat(), "support");
        mails.forEach(mail::deliver);
        try (JpaStorage storage = JpaStorage.embedded(directory.resolve("desk"))) {
            SupportCenter center = Desk.on(storage).mail(mail).build();
            RunReport report = center.background().runDue();
            Mailroom mailroom = center.mailroom(StaffId.of("anna"));
            MailroomView state = mailroom.state();
            System.out.println("corpora: " + state.taken() + " " + state.quarantine());
            assertThat(report.failures()).isZero();
            assertThat(report.fetched()).isEqualTo(mails.size());
            assertThat(state.waiting()).isZero();
            assertThat(state.taken().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(mails.size());
            // whatever failed unexpectedly was put off, and would wait; a quarantine row tells a limit or a missing
            // sender
            assertThat(state.quarantine())
                    .allSatisfy(kept -> assertThat(kept.reason()).doesNotContain("processing failed"));
            for (int i = 0; i < mails.size(); i++) {
                assertThat(original(mailroom, i + 1)).isEqualTo(mails.get(i));
            }
        }
    }

    private static byte[] original(Mailroom mailroom, long mail) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mailroom.original(mail, bytes);
        return bytes.toByteArray();
    }

    private static List<byte[]> mails(Path... folders) throws IOException {
        List<byte[]> mails = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    mails.add(Files.readAllBytes(file));
                }
            }
        }
        return mails;
    }
}
