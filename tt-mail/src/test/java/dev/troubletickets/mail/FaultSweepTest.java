// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.troubletickets.mail.FaultyLink.Fault;
import dev.troubletickets.mail.FaultyLink.Protocol;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailTransport.Envelope;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault after every line that is said to a server: no mail is lost, none is told to be where it is not, nobody waits for ever. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class FaultSweepTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofMillis(300);
    private static final Duration SESSION = Duration.ofMillis(500);
    private static final String PASSWORD = "correct-horse";
    private static final byte[] MAIL = "Subject: a\r\n\r\nb\r\n".getBytes(US_ASCII);
    private static final int ENOUGH = 10_000;
    private static final int FEWEST_LINES = 6;

    private static final GreenMail SERVER = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "localhost", "imap"),
        new ServerSetup(0, "localhost", "pop3"),
        new ServerSetup(0, "localhost", "smtp")
    });

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    /** A mailbox for each protocol and fault: the tests wait more than they work, and wait side by side. */
    private record Box(Protocol protocol, Fault fault) {
        String user() {
            return protocol + "-" + fault;
        }

        EmailAddress address() {
            return EmailAddress.of(user() + "@desk.example");
        }

        MailFolder inbox() throws FolderException {
            GreenMailUser owner = SERVER.setUser(address().value(), user(), PASSWORD);
            return SERVER.getManagers().getImapHostManager().getInbox(owner);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("D1")
    void overPop3(Fault fault) throws Exception {
        sweep(Protocol.POP3, SERVER.getPop3().getPort(), fault);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("D1")
    void overImap(Fault fault) throws Exception {
        sweep(Protocol.IMAP, SERVER.getImap().getPort(), fault);
    }

    private static void sweep(Protocol protocol, int port, Fault fault) throws Exception {
        Box box = new Box(protocol, fault);
        MailFolder inbox = box.inbox();
        int failed = 0;
        int when = 0;
        while (true) {
            try (FaultyLink link = new FaultyLink(protocol, port, fault, when);
                    FaultyLink sound = FaultyLink.sound(protocol, port)) {
                deliver(box);
                Optional<MailUnavailable> failure = takeAll(patience(account(box, link.port()), fault));
                failure.ifPresent(told -> assertThat(told)
                        .hasMessageContaining("localhost:" + link.port())
                        .hasMessageNotContaining(PASSWORD));
                if (failure.isEmpty()) {
                    assertThat(inbox.getMessageCount())
                            .as("%s after line %s: what was confirmed to be deleted", fault, when)
                            .isZero();
                }
                assertThat(takeAll(account(box, sound.port()))).isEmpty();
                assertThat(inbox.getMessageCount()).isZero();
                if (!link.isReached() && failure.isEmpty()) {
                    assertThat(failed).as("steps at which it failed").isGreaterThan(FEWEST_LINES);
                    return;
                }
                // on a busy machine a sound step may take too long: then once more
                failed += link.isReached() && failure.isPresent() ? 1 : 0;
                when += link.isReached() ? 1 : 0;
            }
        }
    }

    /** As the library polls; what is deleted was there whole. */
    private static Optional<MailUnavailable> takeAll(MailboxAccount account) throws TooLarge {
        try (Session session = account.mailbox().open()) {
            List<String> taken = new ArrayList<>();
            for (Entry entry : session.list()) {
                assertThat(new String(session.fetch(entry, ENOUGH), US_ASCII)).contains("Subject: a\r\n\r\nb");
                taken.add(entry.uid());
            }
            session.delete(taken);
        } catch (MailUnavailable failure) {
            return Optional.of(failure);
        }
        return Optional.empty();
    }

    private static MailboxAccount account(Box box, int port) {
        Secret password = Secret.of(PASSWORD);
        return box.protocol() == Protocol.POP3
                ? MailboxAccount.pop3("localhost", port, box.user(), password).withoutTls()
                : MailboxAccount.imap("localhost", port, box.user(), password, "INBOX")
                        .withoutTls();
    }

    /** As little as shows the fault. */
    private static MailboxAccount patience(MailboxAccount account, Fault fault) {
        return account.timeOuts(LONG, fault == Fault.HANG ? SILENCE : LONG, LONG)
                .deadline(fault == Fault.SLOW ? SESSION : LONG);
    }

    private static SmtpServer patience(SmtpServer server, Fault fault) {
        return server.timeOuts(LONG, fault == Fault.HANG ? SILENCE : LONG, LONG)
                .deadline(fault == Fault.SLOW ? SESSION : LONG);
    }

    private static void deliver(Box box) {
        assertThat(send(box, smtp(SERVER.getSmtp().getPort()))).isEqualTo(Result.Accepted.byAll());
    }

    private static SmtpServer smtp(int port) {
        return SmtpServer.of("localhost", port).withoutTls();
    }

    private static Result send(Box box, SmtpServer server) {
        return JakartaMail.with(server)
                .transport()
                .send(new Envelope(Optional.of(box.address()), List.of(box.address())), MAIL);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("D8")
    void overSmtp(Fault fault) throws Exception {
        Box box = new Box(Protocol.SMTP, fault);
        MailFolder inbox = box.inbox();
        int failed = 0;
        int when = 0;
        while (true) {
            inbox.deleteAllMessages();
            try (FaultyLink link =
                    new FaultyLink(Protocol.SMTP, SERVER.getSmtp().getPort(), fault, when)) {
                Result result = send(box, patience(smtp(link.port()), fault));
                boolean accepted = result instanceof Result.Accepted;
                assertThat(inbox.getMessageCount())
                        .as("%s after line %s, %s", fault, when, result)
                        .isBetween(accepted ? 1 : 0, accepted || result instanceof Result.Uncertain ? 1 : 0);
                if (!link.isReached() && accepted) {
                    assertThat(failed).as("steps at which it failed").isGreaterThan(FEWEST_LINES);
                    return;
                }
                failed += link.isReached() && !accepted ? 1 : 0;
                when += link.isReached() ? 1 : 0;
            }
        }
    }
}
