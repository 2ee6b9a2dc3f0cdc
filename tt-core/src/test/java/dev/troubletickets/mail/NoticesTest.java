// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.event.TicketEvent.DeliveryFailed;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.settings.AssignmentPolicy;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.mail.MailTransport.Result.Rejected;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Bounce;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Technicians are written to of what each has chosen. */
@Tag("D12")
class NoticesTest extends MailTest {
    private static final String JOHNS = "john@example.com";
    private static final String KATES = "kate@example.com";

    @Test
    void nobodyIsToldOfAnythingByDefault() {
        TicketId ticket = center.taken();
        anna.assign(ticket, Cast.KATE);
        jane.reply(ticket, Reply.of("Hello?"));
        center.run();

        assertThat(sentTo(JOHNS)).isEmpty();
        assertThat(sentTo(KATES)).isEmpty();
    }

    @Test
    void aNewTicketIsToldToWhoSeesItsQueueAndWantsToHear() {
        QueueId servers = center.queue("Servers", Cast.KATE);
        chooses(john, Cast.JOHNS_PROFILE, Notice.NEW_TICKET);
        chooses(kate, Cast.KATES_PROFILE, Notice.NEW_TICKET);
        center.admin().changeQueue(servers, QueueSettings.named("Servers").withAddress(address("servers@example.com")));

        receive(InboundMail.from(JANE)
                .to("servers@example.com")
                .subject("Disk full")
                .text("It is full."));

        assertThat(sentTo(JOHNS)).isEmpty();
        assertThat(sentTo(KATES)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).endsWith("Disk full");
            assertThat(mail.text()).startsWith("A new ticket.").contains("in Servers, of Jane Doe", "It is full.");
            assertThat(mail.header("Auto-Submitted")).isPresent();
        });
    }

    @Test
    void whoIsGivenATicketIsToldByWhomeverButThemselves() {
        chooses(john, Cast.JOHNS_PROFILE, Notice.ASSIGNED);
        TicketId ticket = center.opened();
        john.pickUp(ticket);
        john.release(ticket);
        john.assign(ticket, Cast.JOHN);
        center.run();
        assertThat(sentTo(JOHNS)).isEmpty();

        anna.assign(ticket, Cast.KATE);
        anna.assign(ticket, Cast.JOHN);
        anna.assign(ticket, Cast.KATE);
        anna.redirect(ticket, Holder.technician(Cast.JOHN));
        center.run();
        assertThat(sentTo(JOHNS)).hasSize(2).allMatch(mail -> mail.text().startsWith("The ticket is yours."));
        assertThat(sentTo(KATES)).isEmpty();
    }

    @Test
    void whomTheQueueGivesATicketIsToldOnceOfItAndItsOpening() {
        chooses(john, Cast.JOHNS_PROFILE, Notice.values());
        center.admin()
                .changeQueue(
                        center.defaultQueue(),
                        QueueSettings.named("Support").withAssignment(AssignmentPolicy.ROUND_ROBIN));
        jane.open(NewTicket.of("One", "1"));
        jane.open(NewTicket.of("Two", "2"));
        center.run();

        assertThat(sentTo(JOHNS)).hasSize(2);
    }

    @Test
    void theCustomersWordIsToldToWhoHasTheTicketHasAPartOfItOrWatchesIt() {
        chooses(john, Cast.JOHNS_PROFILE, Notice.CUSTOMER_REPLIED);
        chooses(kate, Cast.KATES_PROFILE, Notice.CUSTOMER_REPLIED);
        TicketId ticket = center.taken();
        jane.reply(ticket, Reply.of("First word."));
        center.run();
        assertThat(sentTo(JOHNS)).hasSize(1);
        assertThat(sentTo(KATES)).isEmpty();

        kate.watching().watch(ticket);
        jane.reply(ticket, Reply.of("Second word."));
        center.run();
        assertThat(sentTo(JOHNS)).hasSize(2);
        assertThat(sentTo(KATES))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .startsWith("The customer has written.")
                        .contains("Second word.")
                        .doesNotContain("First word."));
    }

    @Test
    @Tag("B2")
    void nobodyIsToldOfATicketTheyDoNotSeeAnyLonger() {
        chooses(kate, Cast.KATES_PROFILE, Notice.CUSTOMER_REPLIED);
        QueueId servers = center.queue("Servers", Cast.KATE);
        TicketId ticket = center.opened();
        kate.watching().watch(ticket);
        anna.change(ticket, Edit.queue(servers));
        center.admin().entitle(Cast.KATE, Set.of());
        jane.reply(ticket, Reply.of("Secret."));
        center.run();

        assertThat(sentTo(KATES)).isEmpty();
    }

    @Test
    @Tag("A9")
    void noNoteStandsInANotice() {
        chooses(kate, Cast.KATES_PROFILE, Notice.values());
        TicketId ticket = center.taken();
        john.note(ticket, "CANARY");
        john.answer(ticket, Answer.of("Done.").note("CANARY").keepOpen());
        anna.assign(ticket, Cast.KATE);
        jane.reply(ticket, Reply.of("Thanks."));
        center.run();

        assertThat(sentTo(KATES)).hasSize(2);
        assertThat(center.sent()).noneMatch(mail -> mail.text().contains("CANARY"));
    }

    @Test
    void whoTurnsNoticesOffIsToldNoMore() {
        chooses(john, Cast.JOHNS_PROFILE, Notice.NEW_TICKET);
        jane.open(NewTicket.of("One", "1"));
        chooses(john, Cast.JOHNS_PROFILE);
        jane.open(NewTicket.of("Two", "2"));
        center.run();

        assertThat(sentTo(JOHNS)).hasSize(1);
        assertThat(john.profile()).contains(Cast.JOHNS_PROFILE);
    }

    @Test
    void customersDoNotWaitForAMailToATechnicianThatCannotBeSent() {
        chooses(john, Cast.JOHNS_PROFILE, Notice.NEW_TICKET);
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Done."));
        center.run();

        assertThat(sentTo(JANE)).isNotEmpty();
        assertThat(center.mail().sent())
                .filteredOn(sent -> sent.envelope().recipients().toString().contains(JOHNS))
                .allMatch(sent -> sent.envelope().sender().isEmpty());
    }

    private static EmailAddress address(String value) {
        return EmailAddress.of(value);
    }

    @Test
    @Tag("D9")
    void whoCannotBeReachedByNoticesIsMarkedAndTheTicketIsLeftAlone() {
        TicketId ticket = center.taken();
        chooses(john, Cast.JOHNS_PROFILE, Notice.CUSTOMER_REPLIED);
        center.run();
        center.mail().answerNextWith(new Rejected("550 no such user"));
        jane.reply(ticket, Reply.of("Hello?"));
        center.run();

        assertThat(mailroom.bounced())
                .containsExactly(new Bounce(address(JOHNS), clock.instant(), true, "550 no such user"));
        assertThat(events(ticket, DeliveryFailed.class)).isEmpty();
        assertThat(john.ticket(ticket).bounced()).isEmpty();
    }

    @Test
    @Tag("D9")
    void soIsWhoseNoticeComesBack() {
        TicketId ticket = center.taken();
        chooses(john, Cast.JOHNS_PROFILE, Notice.CUSTOMER_REPLIED);
        jane.reply(ticket, Reply.of("Hello?"));
        center.run();
        String notice = lastSent().messageId().orElseThrow();
        center.mail().deliver(new DeliveryReport(notice, JOHNS, "failed", "5.1.1").bytes());
        center.run();

        assertThat(mailroom.bounced()).extracting(Bounce::address).containsExactly(address(JOHNS));
        assertThat(john.ticket(ticket).header().isUnanswered()).isTrue();
    }

    private void chooses(StaffDesk desk, StaffProfile profile, Notice... notices) {
        desk.saveProfile(profile.withNotices(notices));
        center.after(Duration.ofSeconds(10));
    }
}
