// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.contract.mail.MailboxContract;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Maildir that is polled, and one that is read. */
@Tag("D1")
class MaildirTest implements MailboxContract {
    @TempDir
    Path folder;

    private int delivered;

    @BeforeEach
    void make() throws IOException {
        for (String part : List.of("tmp", "new", "cur")) {
            Files.createDirectory(folder.resolve(part));
        }
    }

    @Override
    public Mailbox mailbox() {
        return MailFiles.inbox("maildir", folder);
    }

    @Override
    public void deliver(byte[] raw) {
        delivered++;
        put("new/" + (999 + delivered) + ".M1P2.host", raw);
    }

    private void put(String name, byte[] raw) {
        try {
            Files.write(folder.resolve(name), raw);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] mail(String subject) {
        return ("Subject: " + subject + "\r\n\r\n").getBytes(US_ASCII);
    }

    private List<String> files(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsDeletedFromAnInboxIsWithTheSeenOnes() throws IOException {
        deliver(mail("a"));
        put("cur/500.old:2,", mail("old"));
        try (Session session = mailbox().open()) {
            session.delete(session.list().stream().map(Entry::uid).toList());
        }
        assertThat(files("new")).isEmpty();
        assertThat(files("cur")).containsExactly("1000.M1P2.host:2,S", "500.old:2,");
    }

    @Test
    void readingShowsNewAndSeenTheOldestFirstAndChangesNothing() throws Exception {
        put("new/1000.c", mail("c"));
        put("cur/999.b:2,RS", mail("b"));
        put("cur/998.a:2,", mail("a"));
        put("new/.hidden", mail("h"));
        Files.createSymbolicLink(folder.resolve("new/1.link"), folder.resolve("cur/998.a:2,"));
        try (Session session = MailFiles.maildir("m", folder).open()) {
            List<Entry> entries = session.list();
            assertThat(entries).extracting(Entry::uid).containsExactly("998.a", "999.b", "1000.c");
            assertThat(session.fetch(entries.get(1), ENOUGH)).isEqualTo(mail("b"));
            assertThatThrownBy(() -> session.delete(List.of("999.b")))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(files("cur")).hasSize(2);
    }

    @Test
    void aMailKeepsItsNameWhenItIsFlagged() throws IOException {
        put("new/1000.c", mail("c"));
        List<Entry> before = list();
        Files.move(folder.resolve("new/1000.c"), folder.resolve("cur/1000.c:2,FS"));
        assertThat(list()).isEqualTo(before);
    }

    private List<Entry> list() {
        try (Session session = MailFiles.maildir("m", folder).open()) {
            return session.list();
        }
    }

    @Test
    void whatVanishesOrWasNeverThereIsTold() throws Exception {
        put("new/1000.c", mail("c"));
        try (Session session = MailFiles.maildir("m", folder).open()) {
            Entry entry = session.list().get(0);
            Files.delete(folder.resolve("new/1000.c"));
            assertThatThrownBy(() -> session.fetch(entry, ENOUGH))
                    .isInstanceOf(MailUnavailable.class)
                    .hasMessageContaining("1000.c");
        }
        Files.delete(folder.resolve("cur"));
        assertThatThrownBy(() -> MailFiles.maildir("m", folder).open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("no Maildir");
    }

    @Test
    void itIsPolledBesideAccounts() {
        JakartaMail mail = JakartaMail.with(SmtpServer.of("localhost", 25)).polling(mailbox());
        assertThat(mail.mailboxes()).extracting(Mailbox::name).containsExactly("maildir");
        assertThatThrownBy(() -> mail.polling(mailbox())).isInstanceOf(IllegalArgumentException.class);
    }
}
