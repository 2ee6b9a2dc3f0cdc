// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.event.TicketEvent.DeliveryFailed;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.mail.DeliveryReport;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.Machine;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailTransport.Result.Accepted;
import dev.troubletickets.spi.mail.MailTransport.Result.Deferred;
import dev.troubletickets.spi.mail.MailTransport.Result.Rejected;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Bounce;
import dev.troubletickets.view.Why;
import dev.troubletickets.view.Why.Decision;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An address that a mail did not reach is marked until somebody writes from there. */
@Tag("D9")
class BounceMarkTest extends MailTest {
    private static final EmailAddress JANES = EmailAddress.of(JANE);
    private static final String BOSS = "boss@jane.example";
    private static final EmailAddress BOSSES = EmailAddress.of(BOSS);

    private static final EmailAddress CLERK = EmailAddress.of("clerk@jane.example");

    private final Expect expect = Expect.in(center);
    private TicketId ticket;

    @BeforeEach
    void aTicketOfJanes() {
        ticket = center.taken();
        center.run();
    }

    @Test
    void theTicketsPageShowsTheMarkOfTheRequesterAndOfCc() {
        answer(Answer.of("Fixed.").cc(BOSS));
        bounce(JANE, "failed", "5.1.1");
        bounce(BOSS, "failed", "4.2.2");

        assertThat(john.ticket(ticket).bounced())
                .containsExactly(
                        new Bounce(BOSSES, clock.instant(), false, "the mail came back, status 4.2.2"),
                        new Bounce(JANES, clock.instant(), true, "the mail came back, status 5.1.1"));
        assertThat(mailroom.bounced()).hasSize(2);
    }

    @Test
    void anotherTicketOfThePersonShowsItToo() {
        answer(Answer.of("Fixed."));
        bounce(JANE, "failed", "5.1.1");
        TicketId other = center.taken();

        assertThat(john.ticket(other).bounced()).extracting(Bounce::address).containsExactly(JANES);
    }

    @Test
    void aDelayMarksNobody() {
        answer(Answer.of("Fixed."));
        bounce(JANE, "delayed", "4.4.1");

        assertThat(john.ticket(ticket).bounced()).isEmpty();
    }

    @Test
    void theMarkGoesWhenSomebodyWritesFromThere() {
        answer(Answer.of("Fixed."));
        bounce(JANE, "failed", "5.1.1");
        receive(InboundMail.from("Jane@jane.example").replyTo(lastSent()));

        assertThat(john.ticket(ticket).bounced()).isEmpty();
    }

    @Test
    void aMachinesReplyTakesNoMarkAway() {
        answer(Answer.of("Fixed."));
        bounce(JANE, "failed", "5.1.1");
        receive(Machine.VACATION.marks(InboundMail.from(JANE).replyTo(lastSent())));

        assertThat(john.ticket(ticket).bounced()).hasSize(1);
    }

    @Test
    void aLaterBounceTakesThePlaceOfTheEarlier() {
        answer(Answer.of("Fixed."));
        bounce(JANE, "failed", "4.2.2");
        center.after(Duration.ofHours(1));
        bounce(JANE, "failed", "5.2.2");

        assertThat(john.ticket(ticket).bounced()).singleElement().satisfies(mark -> {
            assertThat(mark.permanent()).isTrue();
            assertThat(mark.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void aReportThatNamesWhereTheAddressLeadsToIsAboutTheOneWeWroteTo() {
        answer(Answer.of("Fixed."));
        bounce("j4711@mailbox.example", "failed", "5.1.1");

        assertThat(john.ticket(ticket).bounced()).extracting(Bounce::address).containsExactly(JANES);
        assertThat(events(ticket, DeliveryFailed.class))
                .extracting(DeliveryFailed::recipients)
                .containsExactly(Set.of(JANES));
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void nobodyIsMarkedToWhomWeDidNotWriteAndTheTicketStaysAsItWas() {
        answer(Answer.of("Fixed.").cc(BOSS));
        bounce(MARY, "failed", "5.1.1");

        assertUntouched();
    }

    @Test
    @Tag("G1")
    void theTicketSaysWhyAReportMarkedWhomItDid() {
        answer(Answer.of("Fixed.").cc(BOSS));
        bounce("b4711@mailbox.example", "failed", "5.1.1");
        bounce(JANE, "delayed", "4.4.1");
        bounce(JANE, "failed", "5.1.1");

        assertThat(john.ticket(ticket).why())
                .filteredOn(why -> why.decision() == Decision.MAIL_PLACED)
                .extracting(Why::because)
                .containsExactly(
                        "BOUNCE: it is a delivery report; it names a mail of ours; it says who did not get it, but"
                                + " that went to others",
                        "BOUNCE: it is a delivery report; it names a mail of ours; it does not say that somebody will"
                                + " not get it",
                        "BOUNCE: it is a delivery report; it names a mail of ours; that did not reach 1 of 2");
    }

    @Test
    void whoCameIntoCcLaterIsNotMarkedByAReportAboutAnEarlierMail() {
        answer(Answer.of("Wait.").keepOpen());
        String earlier = lastSent().messageId().orElseThrow();
        answer(Answer.of("Fixed.").cc(BOSS));
        bounce(earlier, BOSS, "failed", "5.1.1");

        assertThat(mailroom.bounced()).extracting(Bounce::address).containsExactly(JANES);
    }

    @Test
    void aForgedReportThatNamesNoMailOfOursMarksNobody() {
        answer(Answer.of("Fixed."));
        String ours = lastSent().messageId().orElseThrow();
        for (String forged : List.of(
                "<spam@example.com>",
                ours.replace("<tt.", "<tt.1"),
                ours.substring(0, ours.indexOf('@') - 1) + ours.substring(ours.indexOf('@')),
                ours.toUpperCase(Locale.ROOT),
                "<tt." + ticket.value() + ".root.aaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.com>")) {
            bounce(forged, JANE, "failed", "5.1.1");
        }
        // the id by which mails of the ticket refer to each other is in no mail of its own
        lastSent().references().forEach(known -> bounce(known, JANE, "failed", "5.1.1"));

        assertUntouched();
    }

    @Test
    void aServerThatRefusesWithWordsInPlaceOfACodeIsNotQuoted() {
        answer(Answer.of("Fixed."));
        bounce(JANE, "failed", "ring-0900-123");

        assertThat(john.ticket(ticket).bounced()).extracting(Bounce::reason).containsExactly("the mail came back");
    }

    @Test
    void whoHadTheMailBeforeOthersIsMarkedWhenItComesBackFromThem() {
        center.mail().answerNextWith(new Accepted(Map.of(), Map.of(BOSSES, "450 greylisted")));
        answer(Answer.of("Fixed.").cc(BOSS));
        center.after(Duration.ofHours(1));
        center.run();
        bounce(JANE, "failed", "5.1.1");

        assertThat(mailroom.bounced()).extracting(Bounce::address).containsExactly(JANES);
    }

    @Test
    void whomOurServerRefusesIsMarkedAtOnce() {
        center.mail().answerNextWith(new Rejected("550 no such user"));
        answer(Answer.of("Fixed."));

        assertThat(john.ticket(ticket).bounced())
                .containsExactly(new Bounce(JANES, clock.instant(), true, "550 no such user"));
    }

    @Test
    void eachRecipientThatIsRefusedIsMarkedWithItsOwnReasonAndTheOtherIsNot() {
        center.mail().answerNextWith(new Accepted(Map.of(BOSSES, "550 no such user", CLERK, "552 full"), Map.of()));
        answer(Answer.of("Fixed.").cc(BOSS).cc(CLERK.value()));

        assertThat(john.ticket(ticket).bounced())
                .containsExactly(
                        new Bounce(BOSSES, clock.instant(), true, "550 no such user"),
                        new Bounce(CLERK, clock.instant(), true, "552 full"));
    }

    @Test
    void whoIsDeferredUntilWeGiveUpIsMarkedForATimeOnly() {
        center.mail()
                .answerNextWith(
                        Collections.nCopies(12, new Deferred("451 later")).toArray(Deferred[]::new));
        john.answer(ticket, Answer.of("Fixed."));
        for (int hour = 0; hour <= 30; hour++) {
            center.run();
            center.after(Duration.ofHours(1));
        }

        assertThat(mailroom.bounced()).singleElement().satisfies(mark -> {
            assertThat(mark.address()).isEqualTo(JANES);
            assertThat(mark.permanent()).isFalse();
        });
    }

    @Test
    void anAdministratorTakesTheMarkAwayAndTheAuditTells() {
        answer(Answer.of("Fixed."));
        bounce(JANE, "failed", "5.1.1");
        mailroom.clearBounce(EmailAddress.of("JANE@jane.example"));

        assertThat(john.ticket(ticket).bounced()).isEmpty();
        assertThat(center.audit("").get(0).what()).isEqualTo("cleared the bounce of JANE@jane.example");
        expect.notFound("bounce", () -> mailroom.clearBounce(JANES));
    }

    @Test
    void nobodyElseMay() {
        answer(Answer.of("Fixed."));
        bounce(JANE, "failed", "5.1.1");
        for (Runnable act : List.<Runnable>of(
                () -> center.center().mailroom(Cast.JOHN).clearBounce(JANES),
                () -> center.center().mailroom(Cast.JOHN).bounced())) {
            expect.failure(NotPermitted.class, act::run);
        }

        assertThat(john.ticket(ticket).bounced()).hasSize(1);
    }

    private void answer(Answer answer) {
        john.answer(ticket, answer);
        center.run();
    }

    private void assertUntouched() {
        assertThat(mailroom.bounced()).isEmpty();
        assertThat(events(ticket, DeliveryFailed.class)).isEmpty();
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
    }

    private void bounce(String recipient, String action, String status) {
        bounce(lastSent().messageId().orElseThrow(), recipient, action, status);
    }

    private void bounce(String original, String recipient, String action, String status) {
        center.mail().deliver(new DeliveryReport(original, recipient, action, status).bytes());
        center.run();
    }
}
