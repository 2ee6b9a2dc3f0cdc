// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An mbox, and a folder of mails. */
@Tag("D1")
class MailFilesTest {
    private static final long ENOUGH = 1 << 20;
    private static final String SEPARATOR = "From jane@x.example Thu Jan  1 00:00:00 1970\n";

    @TempDir
    Path folder;

    private Mailbox mbox(String content) throws IOException {
        return MailFiles.mbox("mbox", Files.write(folder.resolve("box"), content.getBytes(ISO_8859_1)));
    }

    private static List<String> mails(Mailbox mailbox) throws TooLarge {
        List<String> mails = new ArrayList<>();
        try (Session session = mailbox.open()) {
            for (Entry entry : session.list()) {
                mails.add(new String(session.fetch(entry, ENOUGH), ISO_8859_1));
            }
        }
        return mails;
    }

    @Test
    void mailsStandBetweenSeparators() throws Exception {
        assertThat(mails(mbox(SEPARATOR + "A: 1\n\none\n\n" + SEPARATOR + "A: 2\n\ntwo\n\nmore\n\n")))
                .containsExactly("A: 1\n\none\n", "A: 2\n\ntwo\n\nmore\n");
    }

    @Test
    void theEndNeedsNoEmptyLineAndNoLineEnd() throws Exception {
        assertThat(mails(mbox(SEPARATOR + "A: 1\n\none\n\n" + SEPARATOR + "A: 2\n\ntwo")))
                .containsExactly("A: 1\n\none\n", "A: 2\n\ntwo");
    }

    @Test
    void lineEndsAreThoseOfTheFile() throws Exception {
        String separator = SEPARATOR.replace("\n", "\r\n");
        assertThat(mails(mbox(separator + "A: 1\r\n\r\none\r\n\r\n" + separator + "A: 2\r\n\r\n\u00e4\r\n\r\n")))
                .containsExactly("A: 1\r\n\r\none\r\n", "A: 2\r\n\r\n\u00e4\r\n");
    }

    @Test
    void quotedLinesLoseOneMark() throws Exception {
        assertThat(mails(mbox(SEPARATOR + "A: 1\n\n>From here\n>>From there\n> From\n>from\nFrom: x\n>Fro")))
                .containsExactly("A: 1\n\nFrom here\n>From there\n> From\n>from\nFrom: x\n>Fro");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From where I stand, at 10:00, it is late.\n",
                "From 1970 on\n",
                "no empty line before\n" + SEPARATOR,
                ">" + SEPARATOR
            })
    void whatOnlyLooksLikeASeparatorIsText(String text) throws Exception {
        assertThat(mails(mbox(SEPARATOR + "A: 1\n\n" + text + "\n" + SEPARATOR + "A: 2\n\n")))
                .hasSize(2)
                .first()
                .asString()
                .contains(text.startsWith(">") ? text.substring(1) : text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From - Sat Jul 03 9:15:00 2021\n",
                "From MAILER-DAEMON Fri Jul  8 12:08:34 2011 +0200\n",
                "From x@y.example  1 Jul 2011 12:08 \r\n"
            })
    void separatorsOfAllSortsAreFound(String separator) throws Exception {
        assertThat(mails(mbox(separator + "A: 1\n\none\n\n" + separator + "A: 2\n\ntwo\n")))
                .containsExactly("A: 1\n\none\n", "A: 2\n\ntwo\n");
    }

    @Test
    void aMailIsKnownByItsPlaceAndReadInAnyOrder() throws Exception {
        try (Session session = mbox(SEPARATOR + "one\n\n" + SEPARATOR + "two\n").open()) {
            List<Entry> entries = session.list();
            assertThat(entries).extracting(Entry::uid).containsExactly("0", Integer.toString(SEPARATOR.length() + 5));
            assertThat(session.fetch(entries.get(1), ENOUGH)).isEqualTo("two\n".getBytes(ISO_8859_1));
            assertThat(session.fetch(entries.get(0), 4)).isEqualTo("one\n".getBytes(ISO_8859_1));
            assertThatThrownBy(() -> session.fetch(entries.get(0), 3)).isInstanceOf(TooLarge.class);
            for (String unknown : List.of("1", "x", "")) {
                assertThatThrownBy(() -> session.fetch(new Entry(unknown, 1), ENOUGH))
                        .isInstanceOf(MailUnavailable.class);
            }
            assertThatThrownBy(() -> session.delete(List.of("0"))).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void anEmptyMboxHoldsNothing() throws Exception {
        assertThat(mails(mbox(""))).isEmpty();
    }

    @Test
    void whatIsNoMboxIsTold() throws Exception {
        assertThatThrownBy(() -> mbox("Subject: a\n\nb\n").open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("no mbox");
        assertThatThrownBy(() -> MailFiles.mbox("m", folder).open()).isInstanceOf(MailUnavailable.class);
        assertThatThrownBy(() -> MailFiles.mbox("m", folder.resolve("none")).open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("none");
    }

    @Test
    void anMboxThatShrinksWhileItIsReadIsTold() throws Exception {
        try (Session session = mbox(SEPARATOR + "one\n\n" + SEPARATOR + "two\n").open()) {
            Entry last = session.list().get(1);
            mbox(SEPARATOR);
            assertThatThrownBy(() -> session.fetch(last, ENOUGH))
                    .isInstanceOf(MailUnavailable.class)
                    .hasMessageContaining("changed");
        }
    }

    @Test
    void anMboxLargerThanTheMemoryIsReadMailByMail() throws Exception {
        Path large = folder.resolve("large");
        byte[] mail = (SEPARATOR + "A: 1\n\n" + "x".repeat(2_000_000) + "\n\n").getBytes(ISO_8859_1);
        int mails = (int) Math.min(150, Runtime.getRuntime().maxMemory() / mail.length + 1);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(large))) {
            for (int i = 0; i < mails; i++) {
                out.write(mail);
            }
        }
        try (Session session = MailFiles.mbox("m", large).open()) {
            assertThat(session.list()).hasSize(mails);
            Entry last = session.list().get(mails - 1);
            assertThat(session.fetch(last, 4 << 20)).hasSize(2_000_007);
            assertThatThrownBy(() -> session.fetch(last, 1_000)).isInstanceOf(TooLarge.class);
        }
    }

    @Test
    void aFolderShowsItsMailsTheOldestFirst() throws Exception {
        for (String name : List.of("b.eml", "a.EML", "notes.txt", "c.eml.tmp")) {
            Path file = Files.write(folder.resolve(name), name.getBytes(ISO_8859_1));
            Files.setLastModifiedTime(file, FileTime.fromMillis(name.equals("b.eml") ? 1_000 : 2_000));
        }
        Files.createDirectory(folder.resolve("d.eml"));
        Mailbox eml = MailFiles.eml("eml", folder);
        assertThat(mails(eml)).containsExactly("b.eml", "a.EML");
        try (Session session = eml.open()) {
            assertThat(session.list()).containsExactly(new Entry("b.eml", 5), new Entry("a.EML", 5));
            assertThatThrownBy(() -> session.fetch(session.list().get(0), 4)).isInstanceOf(TooLarge.class);
            assertThatThrownBy(() -> session.delete(List.of("b.eml")))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(folder.resolve("b.eml")).exists();
        assertThatThrownBy(() -> MailFiles.eml("eml", folder.resolve("none")).open())
                .isInstanceOf(MailUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void aMailboxOfFilesHasAName(String name) {
        assertThatThrownBy(() -> MailFiles.eml(name, folder)).isInstanceOf(IllegalArgumentException.class);
    }
}
