// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.contract.mail.MailboxContract;
import dev.troubletickets.contract.ports.FreePort;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pop3MailboxTest implements MailboxContract {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakePop3 pop3 = new FakePop3();

    @AfterEach
    void stop() {
        pop3.close();
    }

    private MailboxAccount account(String password) {
        return MailboxAccount.pop3("localhost", pop3.port(), "desk", Secret.of(password))
                .timeOuts(LONG, SHORT, LONG);
    }

    @Override
    public Mailbox mailbox() {
        return account(FakePop3.PASSWORD).withoutTls().mailbox();
    }

    @Override
    public void deliver(byte[] raw) {
        pop3.deliver(raw);
    }

    @Test
    @Tag("D1")
    void randomBytesArriveAsTheyAre() throws TooLarge {
        Random random = new Random(3);
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            byte[] raw = new byte[random.nextInt(3_000)];
            random.nextBytes(raw);
            for (int at = 0; at < raw.length; at += 1 + random.nextInt(9)) {
                raw[at] = (byte) ".\r\n".charAt(random.nextInt(3));
            }
            all.add((new String(raw, ISO_8859_1) + "\r\n").getBytes(ISO_8859_1));
            deliver(all.get(i));
        }
        try (Session session = mailbox().open()) {
            List<Entry> entries = session.list();
            for (int i = 0; i < all.size(); i++) {
                assertThat(session.fetch(entries.get(i), ENOUGH)).isEqualTo(all.get(i));
            }
        }
    }

    @Test
    @Tag("D1")
    void aWrongPasswordIsToldWithoutThePassword() {
        assertThatThrownBy(() -> account("tr0ub4dor").withoutTls().mailbox().open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("login of desk")
                .hasMessageNotContaining("tr0ub4dor")
                .hasNoCause();
        assertThat(account("tr0ub4dor").toString()).doesNotContain("tr0ub4dor");
    }

    @Test
    @Tag("D1")
    void aServerWithoutTlsIsNotUsedByDefault() {
        assertThatThrownBy(() -> account(FakePop3.PASSWORD).mailbox().open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("STLS");
    }

    @ParameterizedTest
    @CsvSource({"greeting, hang", "greeting, drop", "greeting, -ERR full", "USER, hang", "PASS, drop", "PASS, nonsense"
    })
    @Tag("D1")
    void whatFailsWhileOpeningIsUnavailable(String verb, String answer) {
        pop3.on(verb, answer);
        assertThatThrownBy(() -> mailbox().open()).isInstanceOf(MailUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "UIDL, hang",
        "UIDL, drop",
        "UIDL, -ERR no",
        "LIST, drop",
        "RETR, hang",
        "RETR, drop",
        "RETR, -ERR no",
        "DELE, -ERR no",
        "DELE, drop"
    })
    @Tag("D1")
    void whatFailsLaterIsUnavailableAndDeletesNothing(String verb, String answer) {
        deliver(new byte[] {'a'});
        pop3.on(verb, answer);
        assertThatThrownBy(() -> {
                    try (Session session = mailbox().open()) {
                        Entry entry = session.list().get(0);
                        session.fetch(entry, ENOUGH);
                        session.delete(List.of(entry.uid()));
                    }
                })
                .isInstanceOf(MailUnavailable.class);
        assertThat(pop3.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"QUIT, hang", "QUIT, drop", "QUIT, -ERR some messages not removed"})
    @Tag("D1")
    void deletionsThatAreNotConfirmedAreToldOnClosing(String verb, String answer) {
        deliver(new byte[] {'a'});
        pop3.on(verb, answer);
        Session session = mailbox().open();
        session.delete(List.of(session.list().get(0).uid()));
        assertThatThrownBy(session::close).isInstanceOf(MailUnavailable.class).hasMessageContaining("confirm");
    }

    @Test
    @Tag("D1")
    void whereNothingWasDeletedClosingDoesNotFail() {
        pop3.on("QUIT", FakePop3.DROP);
        mailbox().open().close();
    }

    @Test
    @Tag("D1")
    void aServerThatSaysNonsenseIsUnavailable() {
        deliver(new byte[] {'a'});
        pop3.on("UIDL", "+OK\r\nhello\r\n.");
        assertThatThrownBy(() -> mailbox().open().list()).isInstanceOf(MailUnavailable.class);
        pop3.on("UIDL", "+OK\r\nhello you\r\n.");
        assertThatThrownBy(() -> mailbox().open().list()).isInstanceOf(MailUnavailable.class);
        pop3.on("LIST", "+OK\r\n1\r\n.");
        assertThatThrownBy(() -> mailbox().open().list()).isInstanceOf(MailUnavailable.class);
    }

    @Test
    @Tag("D1")
    void aRefusedConnectionIsUnavailable() {
        int port = FreePort.next();
        Mailbox dead =
                MailboxAccount.pop3("localhost", port, "desk", Secret.of("x")).mailbox();
        assertThatThrownBy(dead::open).isInstanceOf(MailUnavailable.class).hasMessageContaining("localhost:" + port);
    }
}
