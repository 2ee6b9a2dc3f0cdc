// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.contract.mail.MailboxContract;
import dev.troubletickets.mail.JakartaMail;
import dev.troubletickets.mail.MailboxAccount;
import dev.troubletickets.mail.SmtpServer;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Session;
import dev.troubletickets.spi.mail.Mailbox.Watch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** IMAP and POP3 against Dovecot, over TLS; each test has a user of its own. */
@Tag("D1")
@Tag("real-mail")
class DovecotTest {
    private static final AtomicInteger USERS = new AtomicInteger();
    private static Path folder;
    private static Dovecot dovecot;

    private final String user = "user" + USERS.incrementAndGet();
    private int delivered;

    @BeforeAll
    static void start() {
        folder = RealServer.folder();
        RealServer.makeCertificate(folder);
        dovecot = new Dovecot(folder);
    }

    @AfterAll
    static void stop() {
        dovecot.close();
        RealServer.delete(folder);
    }

    static Mailbox opened(MailboxAccount account) {
        return JakartaMail.with(SmtpServer.of("localhost", 25), account)
                .mailboxes()
                .get(0);
    }

    private void deliver(byte[] raw) {
        delivered++;
        dovecot.deliver(user, (1_700_000_000 + delivered) + ".M1P1.localhost", raw);
    }

    @Nested
    class OverImap implements MailboxContract {
        @Override
        public Mailbox mailbox() {
            return opened(dovecot.imap(user));
        }

        @Override
        public void deliver(byte[] raw) {
            DovecotTest.this.deliver(raw);
        }
    }

    @Nested
    class OverPop3 implements MailboxContract {
        @Override
        public Mailbox mailbox() {
            return opened(dovecot.pop3(user));
        }

        @Override
        public void deliver(byte[] raw) {
            DovecotTest.this.deliver(raw);
        }
    }

    @Test
    void accessTokensLogInOverBoth() {
        deliver("Subject: a\r\n\r\nb\r\n".getBytes(StandardCharsets.US_ASCII));
        for (MailboxAccount account : byToken("token-of-" + user)) {
            try (Session session = opened(account).open()) {
                assertThat(session.list()).as(account.toString()).hasSize(1);
            }
        }
    }

    @Test
    void refusedTokensAndPasswordsAreToldWithoutThem() {
        for (MailboxAccount account : byToken("no-such-token")) {
            assertThatThrownBy(() -> opened(account).open())
                    .isInstanceOf(MailUnavailable.class)
                    .hasMessageContaining("login of " + user)
                    .hasMessageNotContaining("no-such-token");
        }
        Secret wrong = Secret.of("tr0ub4dor");
        String host = "localhost";
        for (MailboxAccount account : List.of(
                MailboxAccount.imap(host, dovecot.imapPort(), user, wrong, "INBOX"),
                MailboxAccount.pop3(host, dovecot.pop3Port(), user, wrong))) {
            assertThatThrownBy(() ->
                            opened(account.trusting(RealServer.trust(folder))).open())
                    .isInstanceOf(MailUnavailable.class)
                    .hasMessageContaining("login of " + user)
                    .hasMessageNotContaining("tr0ub4dor");
        }
    }

    @Test
    void newMailIsToldInIdle() throws Exception {
        try (Watch watch = opened(dovecot.imap(user)).watch().orElseThrow()) {
            for (int i = 0; i < 2; i++) {
                CompletableFuture<Boolean> news = CompletableFuture.supplyAsync(watch::await);
                deliver("Subject: a\r\n\r\nb\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(news.get(1, TimeUnit.MINUTES)).isTrue();
            }
        }
    }

    private List<MailboxAccount> byToken(String token) {
        return List.of(dovecot.imaps(user, () -> Secret.of(token)), dovecot.pop3s(user, () -> Secret.of(token)));
    }
}
