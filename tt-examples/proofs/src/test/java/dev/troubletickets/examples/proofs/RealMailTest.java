// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.desk.Background.Running;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.mail.JakartaMail;
import dev.troubletickets.mail.MailboxAccount;
import dev.troubletickets.mail.MimeFormat;
import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.memory.MovableClock;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.MailTransport.Envelope;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.CustomerTicketRow;
import dev.troubletickets.view.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails that go through Postfix into Dovecot's mailboxes, and come from there. */
@Tag("real-mail")
class RealMailTest {
    private static final EmailAddress JANE = EmailAddress.of(Postfix.JANE);
    private static final EmailAddress BOSS = EmailAddress.of(Postfix.BOSS);
    private static final EmailAddress SUPPORT = EmailAddress.of(Postfix.SUPPORT);
    private static final StaffId JOHN = StaffId.of("john");

    private static Path folder;
    private static Dovecot dovecot;
    private static Postfix postfix;

    private final InMemoryStorage storage = InMemoryStorage.create();
    private final MovableClock clock = MovableClock.startingAt(Instant.parse("2026-11-23T09:00:00Z"));

    @BeforeAll
    static void start() {
        folder = RealServer.folder();
        RealServer.makeCertificate(folder);
        dovecot = new Dovecot(folder);
        postfix = new Postfix(folder);
    }

    @AfterAll
    static void stop() {
        postfix.close();
        dovecot.close();
        RealServer.delete(folder);
    }

    @Test
    @Tag("D1")
    @Tag("D3")
    @Tag("D5")
    void aMailBecomesATicketIsAnsweredAndTheReplyComesBack() {
        SupportCenter center = center(dovecot.imap("support"));
        StaffDesk john = center.staff(JOHN);
        send(
                JANE,
                "From: Jane <" + JANE + ">\r\nTo: " + SUPPORT + "\r\nSubject: Mail bounces\r\n"
                        + "Message-ID: <1@customer.example>\r\n\r\nPlease help.\r\n");
        TicketId ticket = taken(center);
        john.saveProfile(StaffProfile.of("John", EmailAddress.of("john@desk.example")));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("It works again."));
        center.background().runDue();

        ParsedMail answer = received("jane", "It works again.");
        assertThat(answer.header("Subject"))
                .hasValueSatisfying(subject -> assertThat(subject).contains("Mail bounces"));
        SupportCenter overPop3 = center(dovecot.pop3("support").named("support by pop3"));
        send(
                JANE,
                "From: Jane <" + JANE + ">\r\nTo: " + SUPPORT
                        + "\r\nSubject: Re: Mail bounces\r\nMessage-ID: <2@customer.example>\r\n" + "In-Reply-To: "
                        + answer.messageId().orElseThrow() + "\r\n\r\nThank you.\r\n");
        RealServer.await("the reply", () -> {
            overPop3.background().runDue();
            return john.ticket(ticket).messages().size() == 3;
        });

        assertThat(john.ticket(ticket).messages().get(2).text()).contains("Thank you.");
        for (MailboxAccount account : List.of(dovecot.imap("support"), dovecot.pop3("support"))) {
            try (Session session = DovecotTest.opened(account).open()) {
                assertThat(session.list()).as("what was taken is gone").isEmpty();
            }
        }
    }

    @Test
    @Tag("D8")
    void whoIsGreylistedGetsTheAnswerLaterAndTheOthersOnce() {
        SupportCenter center = center(dovecot.imap("support"));
        StaffDesk john = center.staff(JOHN);
        send(JANE, "From: Jane <" + JANE + ">\r\nTo: " + SUPPORT + "\r\nSubject: Grey\r\n\r\nPlease help.\r\n");
        TicketId ticket = taken(center);
        john.saveProfile(StaffProfile.of("John", EmailAddress.of("john@desk.example")));
        john.pickUp(ticket);
        postfix.policy.once(Postfix.BOSS, "450 4.2.0 Greylisted");
        john.answer(ticket, Answer.of("Grey answer.").cc(Postfix.BOSS));
        center.background().runDue();

        received("jane", "Grey answer.");
        assertThat(delivery(john, ticket).state()).isEqualTo(Delivery.State.QUEUED);
        assertThat(delivery(john, ticket).reason())
                .hasValueSatisfying(why -> assertThat(why).contains("Greylisted"));
        clock.advance(Duration.ofMinutes(2));
        center.background().runDue();
        received("boss", "Grey answer.");
        assertThat(delivery(john, ticket).state()).isEqualTo(Delivery.State.SENT);
        assertThat(mails("jane").stream().filter(mail -> mail.text().contains("Grey answer.")))
                .hasSize(1);
    }

    @Test
    @Tag("D8")
    void whatPostfixRefusesIsTold() {
        MailTransport transport = JakartaMail.with(postfix.server()).transport();
        EmailAddress nobody = EmailAddress.of("nobody@desk.example");
        byte[] mail = "Subject: a\r\n\r\nb\r\n".getBytes(UTF_8);
        assertThat(transport.send(new Envelope(Optional.of(JANE), List.of(nobody, BOSS)), mail))
                .isInstanceOfSatisfying(
                        Result.Accepted.class,
                        accepted -> assertThat(accepted.refused()).containsOnlyKeys(nobody));
        assertThat(transport.send(new Envelope(Optional.of(JANE), List.of(nobody)), mail))
                .isInstanceOfSatisfying(
                        Result.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("550 5.1.1"));
        postfix.policy.once(Postfix.BOSS, "451 4.3.0 Later");
        assertThat(transport.send(new Envelope(Optional.of(JANE), List.of(BOSS)), mail))
                .isInstanceOf(Result.Deferred.class);
        EmailAddress elsewhere = EmailAddress.of("x@elsewhere.example");
        postfix.policy.once(elsewhere.value(), "554 5.7.1 No relay");
        assertThat(transport.send(new Envelope(Optional.empty(), List.of(elsewhere)), mail))
                .isInstanceOf(Result.Rejected.class);
    }

    @Test
    @Tag("D1")
    void whoWaitsAtTheMailboxNeedsNoRound() {
        SupportCenter center = center(dovecot.imap("support"));
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        try (Running watching = center.background().watch(executor)) {
            for (int number = 1; number <= 2; number++) {
                send(
                        JANE,
                        "From: Jane <" + JANE + ">\r\nTo: " + SUPPORT + "\r\nSubject: Question " + number
                                + "\r\nMessage-ID: <watched-" + number + "@customer.example>\r\n\r\nPlease help.\r\n");
                int tickets = number;
                RealServer.await("ticket " + number, () -> tickets(center).size() == tickets);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<CustomerTicketRow> tickets(SupportCenter center) {
        return center.customer(Desk.JANE).tickets(Optional.empty()).tickets();
    }

    /** All of a test are nodes on one storage. */
    private SupportCenter center(MailboxAccount account) {
        return SupportCenter.builder()
                .storage(storage)
                .identity(new InMemoryDirectory()
                        .add(Account.of(Desk.JANE, "Jane", JANE))
                        .add(StaffMember.mainAdministrator("anna"))
                        .add(StaffMember.technician(JOHN.value())))
                .mail(JakartaMail.with(postfix.server(), account))
                .secret(Secret.of("the same on every node"))
                .installation("Example Hosting", SUPPORT.value())
                .clock(clock)
                .build();
    }

    /** When the mail has arrived, which Postfix does in its own time. */
    private static TicketId taken(SupportCenter center) {
        RealServer.await("the ticket", () -> {
            center.background().runDue();
            return !tickets(center).isEmpty();
        });
        return tickets(center).get(0).id();
    }

    private static Delivery delivery(StaffDesk desk, TicketId ticket) {
        var messages = desk.ticket(ticket).messages();
        return messages.get(messages.size() - 1).delivery().orElseThrow();
    }

    /** The mail with this text, when it has arrived. */
    private static ParsedMail received(String user, String text) {
        RealServer.await(
                text, () -> mails(user).stream().anyMatch(mail -> mail.text().contains(text)));
        return mails(user).stream()
                .filter(mail -> mail.text().contains(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<ParsedMail> mails(String user) {
        List<ParsedMail> mails = new ArrayList<>();
        try (Session session = DovecotTest.opened(dovecot.pop3(user)).open()) {
            for (Entry entry : session.list()) {
                mails.add(new MimeFormat().parse(session.fetch(entry, 1 << 20), MailLimits.defaults()));
            }
        } catch (TooLarge | MailFormat.LimitExceeded failure) {
            throw new AssertionError(failure);
        }
        return mails;
    }

    private static void send(EmailAddress sender, String mail) {
        Result result = JakartaMail.with(postfix.server())
                .transport()
                .send(new Envelope(Optional.of(sender), List.of(SUPPORT)), mail.getBytes(UTF_8));
        assertThat(result).isEqualTo(Result.Accepted.byAll());
    }
}
