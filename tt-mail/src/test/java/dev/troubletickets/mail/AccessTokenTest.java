// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailTransport.Envelope;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Log-in by OAuth2. */
@Tag("D1")
class AccessTokenTest {
    private static final String TOKEN = "ya29." + "very-long-".repeat(120);
    private static final String ERROR = "{\"status\":\"401\",\"schemes\":\"Bearer\"}";
    private static final String REFUSAL = Base64.getEncoder().encodeToString(ERROR.getBytes(UTF_8));
    private static final String SAID = "user=desk\u0001auth=Bearer " + TOKEN + "\u0001\u0001";

    private final AtomicInteger asked = new AtomicInteger();
    private final AccessTokens tokens = () -> {
        asked.incrementAndGet();
        return Secret.of(TOKEN);
    };
    private final List<AutoCloseable> servers = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    private FakePop3 pop3() {
        FakePop3 pop3 = new FakePop3().acceptingToken("desk", TOKEN);
        servers.add(pop3);
        return pop3;
    }

    private FakeSmtp smtp() {
        FakeSmtp smtp = new FakeSmtp().on("EHLO", "250-fake\r\n250 AUTH PLAIN XOAUTH2");
        servers.add(smtp);
        return smtp;
    }

    private static MailboxAccount account(FakePop3 pop3, AccessTokens tokens) {
        return MailboxAccount.pop3("localhost", pop3.port(), "desk", tokens).withoutTls();
    }

    private Result send(FakeSmtp smtp, AccessTokens from) {
        return JakartaMail.with(
                        SmtpServer.of("localhost", smtp.port()).withoutTls().login("desk", from))
                .transport()
                .send(
                        new Envelope(Optional.empty(), List.of(EmailAddress.of("jane@customer.example"))),
                        new byte[] {'a', '\r', '\n'});
    }

    @Test
    void popLogsInByTheTokenOfNowInEachSession() {
        FakePop3 pop3 = pop3();
        pop3.deliver(new byte[] {'a'});
        MailboxAccount account = account(pop3, tokens);
        for (int session = 1; session <= 2; session++) {
            try (Session open = account.mailbox().open()) {
                assertThat(open.list()).hasSize(1);
            }
            assertThat(asked).hasValue(session);
        }
        assertThat(pop3.commands).contains("AUTH XOAUTH2").noneMatch(command -> command.startsWith("PASS"));
        assertThat(account.toString()).doesNotContain("ya29");
    }

    @Test
    void aTokenThatPopRefusesIsToldWithTheServersWordsAndWithoutTheToken() {
        FakePop3 pop3 = pop3();
        assertThatThrownBy(() ->
                        account(pop3, () -> Secret.of("expired")).mailbox().open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("login of desk")
                .hasMessageContaining("\"status\":\"401\"")
                .hasMessageNotContaining("expired")
                .hasNoCause();
        assertThat(pop3.commands).noneMatch(command -> command.startsWith("STAT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-ERR [AUTH] no", "+ ", "+ !", "+ not base64", "nonsense", FakePop3.DROP})
    void aTokenThatPopRefusesInAnyOtherWayIsToldToo(String answer) {
        FakePop3 pop3 = pop3().on("token", answer);
        assertThatThrownBy(() -> account(pop3, tokens).mailbox().open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("localhost:" + pop3.port())
                .hasMessageNotContaining("ya29");
        assertThat(pop3.commands).noneMatch(command -> command.startsWith("STAT"));
    }

    @Test
    void aServerThatTakesNoTokensIsTold() {
        FakePop3 pop3 = new FakePop3();
        servers.add(pop3);
        assertThatThrownBy(() -> account(pop3, tokens).mailbox().open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("login of desk");
        assertThat(pop3.commands).noneMatch(command -> command.startsWith("USER") || command.startsWith("AUTH"));
        try (FakeSmtp smtp = new FakeSmtp()) {
            assertThat(send(smtp, tokens)).isInstanceOf(Result.Deferred.class);
            assertThat(smtp.commands).noneMatch(command -> command.startsWith("AUTH"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTokenThatImapRefusesIsToldWithTheServersWordsAndWithoutTheToken(boolean atOnce) {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (ScriptedServer imap = new RefusingImap(heard, atOnce)) {
            assertThatThrownBy(() -> MailboxAccount.imap("localhost", imap.port(), "desk", tokens, "INBOX")
                            .withoutTls()
                            .mailbox()
                            .open())
                    .isInstanceOf(MailUnavailable.class)
                    .hasMessageContaining("login of desk")
                    .hasMessageContaining("Invalid credentials")
                    .hasMessageNotContaining("ya29")
                    .hasNoCause();
        }
        assertThat(heard)
                .first()
                .asString()
                .contains("AUTHENTICATE XOAUTH2 ")
                .satisfies(command -> assertThat(decoded(command.substring(command.lastIndexOf(' ') + 1)))
                        .isEqualTo(SAID));
        assertThat(heard).noneMatch(command -> command.contains("LOGIN"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void smtpLogsInByTheTokenOfNowForEachMail() {
        FakeSmtp smtp = smtp();
        assertThat(send(smtp, tokens)).isEqualTo(Result.Accepted.byAll());
        assertThat(smtp.commands)
                .filteredOn(command -> command.startsWith("AUTH XOAUTH2 "))
                .singleElement()
                .satisfies(command -> assertThat(decoded(command.split(" ")[2])).isEqualTo(SAID));
        smtp.on("EHLO", "250-fake\r\n250 AUTH XOAUTH2");
        send(smtp, tokens);
        assertThat(asked).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"535 5.7.8 no", "334 "})
    void aTokenThatSmtpRefusesDefersTheMailAndIsNotTold(String answer) {
        FakeSmtp smtp = smtp().on("AUTH", answer.equals("334 ") ? answer + REFUSAL : answer);
        assertThat(send(smtp, tokens))
                .isInstanceOfSatisfying(
                        Result.Deferred.class,
                        deferred ->
                                assertThat(deferred.reason()).contains("login").doesNotContain("ya29"));
        assertThat(smtp.commands).noneMatch(command -> command.startsWith("MAIL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nSTAT", "a\u0001b", "tökén"})
    void whatCannotBeATokenIsNotSent(String token) {
        FakePop3 pop3 = pop3();
        assertThatThrownBy(() -> account(pop3, () -> Secret.of(token)).mailbox().open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("no access token");
        assertThat(pop3.connections()).isZero();
    }

    @Test
    void whereThereIsNoTokenNobodyIsConnectedTo() {
        AccessTokens none = () -> {
            throw new IllegalStateException("secret detail");
        };
        FakePop3 pop3 = pop3();
        assertThatThrownBy(() -> account(pop3, none).mailbox().open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("no access token for desk: IllegalStateException")
                .hasMessageNotContaining("secret detail");
        FakeSmtp smtp = smtp();
        assertThat(send(smtp, none)).isInstanceOf(Result.Deferred.class);
        assertThat(pop3.connections() + smtp.connections()).isZero();
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), UTF_8);
    }

    /** Refuses at once, or after it has told why in JSON, as Google does. */
    private static final class RefusingImap extends ScriptedServer {
        private final List<String> heard;
        private final boolean atOnce;

        RefusingImap(List<String> heard, boolean atOnce) {
            super(ServerSocketFactory.getDefault());
            this.heard = heard;
            this.atOnce = atOnce;
        }

        @Override
        void converse(Line line) throws IOException {
            line.say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 AUTH=PLAIN] hello");
            String command = line.read();
            heard.add(command);
            if (!atOnce) {
                line.say("+ " + REFUSAL);
                line.read();
            }
            line.say(command.split(" ")[0] + " NO [AUTHENTICATIONFAILED] Invalid credentials");
            line.read();
        }
    }
}
