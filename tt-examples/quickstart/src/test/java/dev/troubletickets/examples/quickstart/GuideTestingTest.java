// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.memory.MovableClock;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a host tests what it builds on the library: no database, no network, no sleeping. */
class GuideTestingTest {
    // region: testing
    private final MovableClock clock = MovableClock.startingAt(Instant.parse("2026-01-05T09:00:00Z"));
    private final InMemoryMail mail = InMemoryMail.create();
    private final SupportCenter center = SupportCenter.builder()
            .storage(InMemoryStorage.create())
            .identity(new InMemoryDirectory()
                    .add(Account.of(AccountId.of("jane"), "Jane", EmailAddress.of("jane@jane.example")))
                    .add(StaffMember.technician("tom")))
            .mail(mail)
            .secret(Secret.of("any sixteen bytes"))
            .installation(Settings.of("Test", EmailAddress.of("support@harbour.example"))
                    .withAutoClose(AutoClose.afterDays(7)))
            .clock(clock)
            .build();
    private final StaffDesk tom = center.staff(StaffId.of("tom"));

    @Test
    void anAnsweredTicketClosesAfterAWeek() {
        TicketId id = janeWrites("Mail bounces");
        tom.answer(id, Answer.of("Fixed."));
        center.background().runDue();
        assertThat(mail.read(mail.sent().get(1)).text()).contains("Fixed.");

        clock.advance(Duration.ofDays(7));
        center.background().runDue();
        assertThat(tom.ticket(id).header().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void staffLearnThatAnAnswerWasRefused() {
        TicketId id = janeWrites("Mail bounces");
        mail.answerNextWith(new Result.Rejected("550 no such user"));
        tom.answer(id, Answer.of("Fixed."));
        center.background().runDue();
        assertThat(tom.ticket(id).header().status()).isEqualTo(Status.OPEN);
    }

    private TicketId janeWrites(String subject) {
        String letter =
                "From: jane@jane.example\r\nTo: support@harbour.example\r\nSubject: " + subject + "\r\n\r\nHelp!";
        mail.deliver(letter.getBytes(StandardCharsets.UTF_8));
        center.background().runDue();
        tom.saveProfile(StaffProfile.of("Tom", EmailAddress.of("tom@harbour.example")));
        TicketId id =
                tom.quickSearch(subject, Optional.empty()).tickets().get(0).id();
        tom.pickUp(id);
        return id;
    }
    // endregion

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> tom.ticket(TicketId.of(1))).isInstanceOf(NotFound.class);
    }
}
