// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Split.Part;
import dev.troubletickets.event.TicketEvent.AutoClosePutOff;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.spi.mail.MailTransport.Result.Deferred;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.RunReport.Work;
import dev.troubletickets.view.Why;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The time until a ticket closes by itself is the customer's to read the answer: it does not pass before the answer has left (G5). */
@Tag("G5")
class ClosingAfterDeliveryTest extends BehaviourTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    @Tag("A10")
    void anAnswerThatLeavesLateLeavesTheCustomerTheWholeTime() {
        TicketId ticket = answered(AutoClose.afterDays(7));
        center.after(DAY.multipliedBy(8));

        assertThat(center.run().closed()).as("the answer leaves in this round").isZero();
        assertThat(center.mail().sent()).hasSize(1);
        assertThat(john.ticket(ticket).autoCloseAt()).contains(clock.instant().plus(DAY.multipliedBy(7)));
        assertThat(center.events(ticket))
                .endsWith(new AutoClosePutOff(clock.instant().plus(DAY.multipliedBy(7))));
        assertThat(john.ticket(ticket).why()).extracting(Why::decision).contains(Why.Decision.PUT_OFF);
        center.after(DAY.multipliedBy(7).minusSeconds(1));
        assertThat(center.run().closed()).isZero();
        center.after(Duration.ofSeconds(1));
        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    void noWarningIsGivenOfAnAnswerThatHasNotLeft() {
        answered(AutoClose.afterDays(7).warning(2));
        center.after(DAY.multipliedBy(30));

        assertThat(center.run().count(Work.WARNED)).isZero();
        assertThat(center.mail().sent()).hasSize(1);
        center.after(DAY.multipliedBy(5));
        assertThat(center.run().count(Work.WARNED)).isEqualTo(1);
        center.after(DAY.multipliedBy(2));
        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    @Tag("A4")
    void anAnswerThatWasSplitOffBeforeItLeftHoldsItsNewTicket() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(7)));
        TicketId ticket = center.taken();
        jane.reply(ticket, Reply.of("And my site is down."));
        center.run();
        john.answer(ticket, Answer.of("The site is up.").keepOpen());
        Part site = Part.of("Site", MessageId.publicMessage(ticket, 2), MessageId.publicMessage(ticket, 3));
        john.composing().unblock(ticket);
        TicketId part = anna.linking().split(ticket, Split.into(site)).tickets().get(0);
        assertThat(john.ticket(part).header().status()).isEqualTo(Status.ANSWERED);
        center.after(DAY.multipliedBy(8));

        assertThat(center.run().closed()).isZero();
        assertThat(john.ticket(part).autoCloseAt()).contains(clock.instant().plus(DAY.multipliedBy(7)));
    }

    @Test
    @Tag("D8")
    void whatTheMailServerDefersAndThenFailsIsNotClosedInBetween() {
        TicketId ticket = answered(AutoClose.afterDays(1));
        center.mail()
                .answerNextWith(
                        Collections.nCopies(40, new Deferred("450 later")).toArray(Deferred[]::new));
        for (int hour = 0; hour < 60; hour++) {
            assertThat(center.run().closed()).isZero();
            center.after(Duration.ofHours(1));
        }
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        assertThat(john.ticket(ticket).autoCloseAt()).isEmpty();
    }

    private TicketId answered(AutoClose rule) {
        center.settings(s -> s.withAutoClose(rule));
        TicketId ticket = center.taken();
        center.run();
        center.mail().forgetSent();
        john.answer(ticket, Answer.of("Fixed."));
        return ticket;
    }
}
