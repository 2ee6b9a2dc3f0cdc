// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox.Watch;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** IDLE (RFC 2177). */
@Tag("D1")
@Timeout(60)
class ImapWatchTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);

    private final GreenMail server = new GreenMail(
            new ServerSetup[] {new ServerSetup(0, "localhost", "imap"), new ServerSetup(0, "localhost", "smtp")});

    @BeforeEach
    void start() {
        server.start();
        server.setUser("desk@desk.example", "desk", "correct-horse");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailboxAccount account(int port) {
        return MailboxAccount.imap("localhost", port, "desk", Secret.of("correct-horse"), "INBOX")
                .withoutTls();
    }

    private Watch watch(MailboxAccount account) {
        return account.mailbox().watch().orElseThrow();
    }

    private void mail() {
        GreenMailUtil.sendTextEmail(
                "desk@desk.example",
                "jane@x.example",
                "a",
                "b",
                server.getSmtp().getServerSetup());
    }

    @Test
    void mailsAreToldOnOneConnection() {
        try (Watch watch = watch(account(server.getImap().getPort()))) {
            for (int i = 0; i < 3; i++) {
                CompletableFuture<Boolean> news = CompletableFuture.supplyAsync(watch::await);
                mail();
                assertThat(news.join()).isTrue();
            }
        }
    }

    @Test
    void silenceIsNoFailureUntilTheSessionIsOver() {
        MailboxAccount account = account(server.getImap().getPort()).timeOuts(LONG, Duration.ofSeconds(1), LONG);
        try (Watch watch = watch(account.deadline(Duration.ofSeconds(3)))) {
            assertThat(watch.await()).isFalse();
        }
    }

    @Test
    void whoClosesEndsTheWait() {
        Watch watch = watch(account(server.getImap().getPort()));
        CompletableFuture<Boolean> news = CompletableFuture.supplyAsync(watch::await);
        watch.close();
        assertThatThrownBy(news::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(MailUnavailable.class)
                .hasMessageContaining("localhost:");
    }

    @Test
    void aServerThatGoesIsTold() {
        Watch watch = watch(account(server.getImap().getPort()));
        CompletableFuture<Boolean> news = CompletableFuture.supplyAsync(watch::await);
        server.stop();
        assertThatThrownBy(news::join).hasCauseInstanceOf(MailUnavailable.class);
    }

    @Test
    void aServerWithoutItIsNotWaitedFor() {
        try (ScriptedServer plain = new Plain("IMAP4rev1")) {
            assertThat(account(plain.port()).mailbox().watch()).isEmpty();
        }
    }

    @Test
    void aServerThatIsSilentBeforeItIsAskedToBeIsUnavailable() {
        try (ScriptedServer plain = new Plain("")) {
            MailboxAccount account = account(plain.port()).timeOuts(LONG, SHORT, LONG);
            assertThatThrownBy(() -> account.mailbox().watch())
                    .isInstanceOf(MailUnavailable.class)
                    .hasMessageNotContaining("correct-horse");
        }
    }

    @Test
    void aServerThatOffersItAndRefusesCostsTheTimeOfASession() {
        try (ScriptedServer refusing = new Plain("IMAP4rev1 IDLE");
                Watch watch = watch(account(refusing.port()).deadline(Duration.ofSeconds(1)))) {
            assertThat(watch.await()).isFalse();
        }
    }

    @Test
    void nobodyWaitsOverPop3() {
        MailboxAccount pop3 = MailboxAccount.pop3("localhost", 1, "desk", Secret.of("correct-horse"));
        assertThat(pop3.mailbox().watch()).isEmpty();
    }

    /** Has an empty INBOX and these capabilities; says nothing at all without any. */
    private static final class Plain extends ScriptedServer {
        private final String capabilities;

        Plain(String capabilities) {
            super(ServerSocketFactory.getDefault());
            this.capabilities = capabilities;
        }

        @Override
        void converse(Line line) throws IOException {
            if (capabilities.isEmpty()) {
                hang();
            }
            line.say("* OK [CAPABILITY " + capabilities + "] ready");
            while (true) {
                String said = line.read();
                String tag = said.substring(0, said.indexOf(' '));
                if (said.contains("CAPABILITY")) {
                    line.say("* CAPABILITY " + capabilities);
                } else if (said.contains("EXAMINE")) {
                    line.say("* 0 EXISTS");
                    line.say("* OK [UIDVALIDITY 1] valid");
                }
                line.say(tag + (said.endsWith("IDLE") ? " NO not now" : " OK done"));
            }
        }
    }
}
