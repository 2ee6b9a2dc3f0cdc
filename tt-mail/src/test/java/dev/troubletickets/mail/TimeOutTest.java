// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailTransport.Envelope;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each time-out alone: all the others are far away. */
@Timeout(15)
class TimeOutTest {
    private static final Duration FAR = Duration.ofMinutes(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Secret PASSWORD = Secret.of("correct-horse");

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    @Tag("D1")
    void whoDoesNotConnectIsNotWaitedFor() throws IOException {
        int port = full();
        for (MailboxAccount account : mailboxes(port)) {
            unavailable(account.timeOuts(SHORT, FAR, FAR).deadline(FAR).mailbox());
        }
        SmtpServer server = smtp(port).timeOuts(SHORT, FAR, FAR).deadline(FAR);
        assertThat(send(server, 1)).isInstanceOf(Result.Deferred.class);
    }

    @Test
    @Tag("D1")
    void whoSaysNothingIsNotListenedToForEver() {
        int port = server(line -> ScriptedServer.hang());
        for (MailboxAccount account : mailboxes(port)) {
            unavailable(account.timeOuts(FAR, SHORT, FAR).deadline(FAR).mailbox());
        }
        SmtpServer server = smtp(port).timeOuts(FAR, SHORT, FAR).deadline(FAR);
        assertThat(send(server, 1)).isInstanceOf(Result.Deferred.class);
    }

    @Test
    @Tag("D8")
    void whoTakesNothingIsNotWrittenToForEver() {
        int port = server(TimeOutTest::takeNothingAfterData);
        SmtpServer server = smtp(port).timeOuts(FAR, FAR, SHORT).deadline(FAR);
        assertThat(send(server, 40 << 20)).isNotInstanceOf(Result.Accepted.class);
    }

    @Test
    @Tag("D1")
    void whoSpeaksByteByByteIsLeftWhenTheSessionIsOver() {
        int port = server(TimeOutTest::speakSlowly);
        for (MailboxAccount account : mailboxes(port)) {
            unavailable(account.timeOuts(FAR, FAR, FAR).deadline(SHORT).mailbox())
                    .hasMessageContaining("longer than 0.3 seconds");
        }
        SmtpServer server = smtp(port).timeOuts(FAR, FAR, FAR).deadline(SHORT);
        assertThat(send(server, 1))
                .isInstanceOfSatisfying(
                        Result.Deferred.class,
                        deferred -> assertThat(deferred.reason()).contains("longer than"));
    }

    @Test
    @Tag("D8")
    void whoTakesAMailByteByByteIsLeftWhenTheSessionIsOver() {
        int port = server(TimeOutTest::takeNothingAfterData);
        SmtpServer server = smtp(port).timeOuts(FAR, FAR, FAR).deadline(SHORT);
        assertThat(send(server, 40 << 20)).isNotInstanceOf(Result.Accepted.class);
    }

    @Test
    @Tag("D1")
    void aHandshakeOfTlsIsUnderTheDeadlineToo() {
        int port = server(TimeOutTest::speakSlowly);
        for (MailboxAccount account : mailboxes(port)) {
            unavailable(account.implicitTls()
                    .timeOuts(FAR, FAR, FAR)
                    .deadline(SHORT)
                    .mailbox());
        }
        SmtpServer server = smtp(port).implicitTls().timeOuts(FAR, FAR, FAR).deadline(SHORT);
        assertThat(send(server, 1)).isInstanceOf(Result.Deferred.class);
    }

    @Test
    @Tag("D1")
    void whereTlsIsExpectedPlainWordsAreRefused() {
        int port = server(line -> {
            line.say("* OK +OK 220 hello");
            line.read();
        });
        for (MailboxAccount account : mailboxes(port)) {
            unavailable(account.implicitTls().timeOuts(FAR, FAR, FAR).mailbox());
        }
        assertThat(send(smtp(port).implicitTls(), 1)).isInstanceOf(Result.Deferred.class);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> unavailable(Mailbox mailbox) {
        return assertThatThrownBy(mailbox::open).as(mailbox.name()).isInstanceOf(MailUnavailable.class);
    }

    private static List<MailboxAccount> mailboxes(int port) {
        return List.of(
                MailboxAccount.pop3("localhost", port, "desk", PASSWORD).withoutTls(),
                MailboxAccount.imap("localhost", port, "desk", PASSWORD, "INBOX")
                        .withoutTls());
    }

    private static SmtpServer smtp(int port) {
        return SmtpServer.of("localhost", port).withoutTls();
    }

    private static Result send(SmtpServer server, int bytes) {
        List<EmailAddress> to = List.of(EmailAddress.of("jane@customer.example"));
        return JakartaMail.with(server).transport().send(new Envelope(Optional.empty(), to), new byte[bytes]);
    }

    private static void speakSlowly(ScriptedServer.Line line) throws IOException {
        while (true) {
            line.raw(new byte[] {'2'});
            ScriptedServer.pause(20);
        }
    }

    private static void takeNothingAfterData(ScriptedServer.Line line) throws IOException {
        line.say("220 hello");
        for (String command = line.read(); !command.equals("DATA"); command = line.read()) {
            line.say("250 ok");
        }
        line.say("354 go on");
        ScriptedServer.hang();
    }

    private interface Conversation {
        void with(ScriptedServer.Line line) throws IOException;
    }

    private int server(Conversation conversation) {
        ScriptedServer server = new ScriptedServer(ServerSocketFactory.getDefault()) {
            @Override
            void converse(Line line) throws IOException {
                conversation.with(line);
            }
        };
        open.add(server);
        return server.port();
    }

    /** A port whose queue of connections is full, so that the next one is not answered. */
    private int full() throws IOException {
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open.add(listener);
        for (int i = 0; i < 50; i++) {
            Socket waiting = new Socket();
            open.add(waiting);
            try {
                waiting.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), 200);
            } catch (SocketTimeoutException itIsFull) {
                return listener.getLocalPort();
            }
        }
        throw new AssertionError("the queue of connections has no end");
    }
}
