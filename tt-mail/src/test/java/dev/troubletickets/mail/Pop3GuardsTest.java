// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Angus alone would let a POP3 server, or who writes to the mailbox, do. */
@Tag("D1")
class Pop3GuardsTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final byte[] SMALL = bytes("Subject: a\r\n\r\nb\r\n");
    private static final long LIMIT = 1_000;
    /** The server here, and the runtime's one thread for all time-outs of futures. */
    private static final Set<String> OTHERS = Set.of("scripted server", "CompletableFutureDelayScheduler");

    private final FakePop3 pop3 = new FakePop3();

    @AfterEach
    void stop() {
        pop3.close();
    }

    private Mailbox mailbox() {
        return mailbox(FakePop3.PASSWORD);
    }

    private Mailbox mailbox(String password) {
        return MailboxAccount.pop3("localhost", pop3.port(), "desk", Secret.of(password))
                .withoutTls()
                .timeOuts(LONG, SHORT, LONG)
                .mailbox();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    @Test
    void aMailCannotEndItselfAndSpeakForTheServer() throws TooLarge {
        byte[] forged = bytes("a\n.\r\n+OK\r\nSubject: not from the server\r\n\n.\r\n+OK\n..\n.x\r\n.\r\r\n");
        pop3.deliver(forged);
        pop3.deliver(SMALL);
        try (Session session = mailbox().open()) {
            List<Entry> entries = session.list();
            assertThat(session.fetch(entries.get(0), LIMIT)).isEqualTo(forged);
            assertThat(session.fetch(entries.get(1), LIMIT)).isEqualTo(SMALL);
            session.delete(List.of(entries.get(0).uid()));
        }
        assertThat(pop3.size()).isEqualTo(1);
    }

    @Test
    void whatIsSaidToBeTooLargeIsNotEvenAskedFor() {
        pop3.deliver(new byte[10_000]);
        try (Session session = mailbox().open()) {
            Entry entry = session.list().get(0);
            assertThatThrownBy(() -> session.fetch(entry, LIMIT)).isInstanceOf(TooLarge.class);
        }
        assertThat(pop3.commands).noneMatch(command -> command.startsWith("RETR"));
    }

    @Test
    void whatIsLargerThanItWasSaidToBeIsRefusedAndTheSessionGoesOn() throws TooLarge {
        pop3.deliver(bytes("much more\r\n".repeat(1_000)));
        pop3.deliver(SMALL);
        pop3.on("LIST", "+OK\r\n1 10\r\n2 10\r\n.");
        try (Session session = mailbox().open()) {
            List<Entry> entries = session.list();
            assertThatThrownBy(() -> session.fetch(entries.get(0), LIMIT)).isInstanceOf(TooLarge.class);
            assertThat(session.fetch(entries.get(1), LIMIT)).isEqualTo(SMALL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "CAPA", "PASS", "STAT", "UIDL", "LIST", "RETR"})
    void aServerThatDoesNotStopTalkingIsLeft(String verb) {
        pop3.deliver(SMALL);
        pop3.on(verb, FakePop3.FOREVER);
        assertThatThrownBy(() -> {
                    try (Session session = mailbox().open()) {
                        session.fetch(session.list().get(0), LIMIT);
                    }
                })
                .isInstanceOf(MailUnavailable.class);
    }

    @Test
    void aServerThatDoesNotStopSayingYesHasNotDeleted() {
        pop3.deliver(SMALL);
        pop3.deliver(SMALL);
        pop3.on("RETR", FakePop3.YES_FOREVER);
        Session session = mailbox().open();
        List<Entry> entries = session.list();
        session.delete(List.of(entries.get(0).uid()));
        assertThatThrownBy(() -> session.fetch(entries.get(1), LIMIT)).isInstanceOf(MailUnavailable.class);
        assertThatThrownBy(() -> session.fetch(entries.get(1), LIMIT)).isInstanceOf(MailUnavailable.class);
        assertThatThrownBy(session::close).isInstanceOf(MailUnavailable.class).hasMessageContaining("confirm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+OK 2000000000 1", "+OK 99999999999 1", "+OK -1 1", "+OK", "+OK many", "-ERR locked"})
    void aServerThatCannotCountItsMailsIsNotUsed(String count) {
        pop3.on("STAT", count);
        assertThatThrownBy(() -> mailbox().open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining(count.substring(count.indexOf(' ') + 1));
    }

    @Test
    void anAnswerGivenBeforeTheQuestionIsLookedAtAllTheSame() {
        pop3.on("PASS", "+OK\r\n+OK 2000000000 1");
        assertThatThrownBy(() -> mailbox().open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("2000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {FakePop3.DROP, FakePop3.HANG, FakePop3.DELETE_AND_DROP, "-ERR some messages not removed"})
    void whatWasNotConfirmedIsDeletedInTheNextSession(String answer) {
        pop3.deliver(SMALL);
        pop3.on("QUIT", answer);
        Session first = mailbox().open();
        Entry entry = first.list().get(0);
        first.delete(List.of(entry.uid()));
        assertThatThrownBy(first::close).isInstanceOf(MailUnavailable.class);

        try (Session second = mailbox().open()) {
            if (!answer.equals(FakePop3.DELETE_AND_DROP)) {
                assertThat(second.list()).as("the same mail by the same name").containsExactly(entry);
            }
            second.delete(List.of(entry.uid()));
        }
        assertThat(pop3.size()).isZero();
    }

    @Test
    void aShortAnswerToStatIsEnough() {
        pop3.deliver(SMALL);
        pop3.on("STAT", "+OK  1");
        try (Session session = mailbox().open()) {
            assertThat(session.list()).hasSize(1);
        }
    }

    @Test
    void oneRefusedDeletionIsToldAndTheServerSaysWhy() {
        pop3.deliver(SMALL);
        pop3.deliver(SMALL);
        pop3.on("DELE", "-ERR not yours");
        Session session = mailbox().open();
        session.delete(session.list().stream().map(Entry::uid).toList());
        assertThatThrownBy(session::close).isInstanceOf(MailUnavailable.class).hasMessageContaining("not yours");
    }

    @Test
    void aPasswordGoesOutByteForByte() {
        assertThatThrownBy(() -> mailbox("pässwört €").open()).isInstanceOf(MailUnavailable.class);
        assertThat(pop3.commands).contains("PASS " + new String("pässwört €".getBytes(UTF_8), ISO_8859_1));
    }

    @Test
    void aPasswordIsNoCommand() {
        assertThatThrownBy(() -> mailbox(FakePop3.PASSWORD + "\r\nDELE 1").open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("line end");
        assertThat(pop3.commands).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "greeting", "PASS", "STAT", "RETR", "DELE", "QUIT"})
    void noThreadStaysBehind(String verb) throws Exception {
        Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
        pop3.deliver(SMALL);
        pop3.on(verb, FakePop3.DROP);
        try (Session session = mailbox().open()) {
            Entry entry = session.list().get(0);
            session.fetch(entry, LIMIT);
            session.delete(List.of(entry.uid()));
        } catch (MailUnavailable asTheServerWasTold) {
            assertThat(verb).isNotEqualTo("none");
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && !OTHERS.contains(thread.getName())) {
                thread.join(5_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
