// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.mail;

import static dev.troubletickets.contract.mail.Mails.lines;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mailbox gives what it holds, unchanged, until it is told to delete it. Each test begins with an empty one. */
public interface MailboxContract {
    long ENOUGH = 1 << 20;

    Mailbox mailbox();

    /** Puts a message into the mailbox as the mail server would on arrival. */
    void deliver(byte[] raw);

    /** What the server of this test hands out for these bytes; not every test server leaves them alone. */
    default byte[] asServed(byte[] delivered) {
        return delivered;
    }

    @Test
    @Tag("D1")
    default void anEmptyMailboxListsNothing() {
        assertThat(list()).isEmpty();
    }

    @Test
    @Tag("D1")
    default void itsNameIsStableAndShortEnoughForAKey() {
        assertThat(mailbox().name()).isEqualTo(mailbox().name()).isNotBlank().hasSizeLessThanOrEqualTo(190);
    }

    @Test
    @Tag("D1")
    default void theOldestMessageIsListedFirst() throws TooLarge {
        deliver(message("one"));
        deliver(message("two"));
        deliver(message("three"));
        try (Session session = mailbox().open()) {
            List<Entry> entries = session.list();
            assertThat(entries).hasSize(3);
            assertThat(session.fetch(entries.get(0), ENOUGH)).isEqualTo(message("one"));
            assertThat(session.fetch(entries.get(2), ENOUGH)).isEqualTo(message("three"));
            assertThat(session.fetch(entries.get(1), ENOUGH)).isEqualTo(message("two"));
        }
    }

    @Test
    @Tag("D1")
    default void bytesAreThoseOfTheServer() throws TooLarge {
        StringBuilder body = new StringBuilder("From: ü\r\nBad header\r\n\r\n.dot\r\n..\r\n \r\n--x\r\n");
        for (char c = 1; c < 256; c++) {
            body.append(c == '\r' || c == '\n' ? ' ' : c);
        }
        byte[] odd = (body + "\r\n" + "long ".repeat(4_000) + "\r\n\r\n\r\n").getBytes(ISO_8859_1);
        deliver(odd);
        try (Session session = mailbox().open()) {
            Entry entry = session.list().get(0);
            assertThat(session.fetch(entry, ENOUGH)).isEqualTo(asServed(odd));
            assertThat(session.fetch(entry, ENOUGH)).isEqualTo(asServed(odd));
        }
    }

    @Test
    @Tag("D1")
    default void lookingChangesNothing() throws TooLarge {
        deliver(message("one"));
        List<Entry> before = list();
        try (Session session = mailbox().open()) {
            session.fetch(session.list().get(0), ENOUGH);
        }
        assertThat(list()).isEqualTo(before).hasSize(1);
    }

    @Test
    @Tag("D1")
    default void aMessageThatIsTooLargeIsRefusedAndStays() throws TooLarge {
        byte[] large = message("x".repeat(900) + "\r\n" + "y".repeat(900));
        deliver(large);
        deliver(message("small"));
        try (Session session = mailbox().open()) {
            List<Entry> entries = session.list();
            assertThatThrownBy(() -> session.fetch(entries.get(0), large.length - 1L))
                    .isInstanceOf(TooLarge.class);
            assertThat(session.fetch(entries.get(1), 1_000)).isEqualTo(message("small"));
            assertThat(session.fetch(entries.get(0), large.length)).isEqualTo(large);
        }
        assertThat(list()).hasSize(2);
    }

    @Test
    @Tag("D1")
    default void whatIsDeletedIsGoneAndTheRestStays() {
        deliver(message("one"));
        deliver(message("two"));
        deliver(message("three"));
        List<Entry> all = list();
        delete(all.get(0).uid(), all.get(2).uid());
        assertThat(list()).containsExactly(all.get(1));
    }

    @Test
    @Tag("D1")
    default void deletingWhatIsGoneIsNoError() {
        deliver(message("one"));
        String uid = list().get(0).uid();
        delete(uid, "17-no-such-uid", "no such uid");
        delete(uid);
        delete();
        assertThat(list()).isEmpty();
    }

    @Test
    @Tag("D1")
    default void deletingNeedsNoListingBefore() {
        deliver(message("one"));
        deliver(message("two"));
        List<Entry> all = list();
        delete(all.get(1).uid());
        assertThat(list()).containsExactly(all.get(0));
    }

    @Test
    @Tag("D1")
    default void aUidNamesNoOtherMessageLater() {
        deliver(message("one"));
        deliver(message("two"));
        List<Entry> before = list();
        delete(before.get(1).uid());
        deliver(message("three"));
        assertThat(list())
                .hasSize(2)
                .extracting(Entry::uid)
                .contains(before.get(0).uid())
                .doesNotContain(before.get(1).uid());
    }

    private static byte[] message(String text) {
        return lines("Subject: " + text.substring(0, 1), "", text);
    }

    private List<Entry> list() {
        try (Session session = mailbox().open()) {
            return session.list();
        }
    }

    private void delete(String... uids) {
        try (Session session = mailbox().open()) {
            session.delete(List.of(uids));
        }
    }
}
