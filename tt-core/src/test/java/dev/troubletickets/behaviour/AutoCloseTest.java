// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.event.TicketEvent.StatusChanged;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.Actor;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Why;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answered tickets close by themselves, when they were promised to (A10). */
class AutoCloseTest extends BehaviourTest {
    @Test
    @Tag("A10")
    void afterDaysMeansNotAMomentSooner() {
        TicketId ticket = answered(AutoClose.afterDays(3));
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.ANSWERED);
        assertThat(john.ticket(ticket).autoCloseAt()).contains(TestCenter.START.plus(Duration.ofDays(3)));

        center.after(Duration.ofDays(3).minusNanos(1000));
        assertThat(center.run().closed()).isZero();
        center.after(Duration.ofNanos(1000));

        assertThat(center.run().closed()).isEqualTo(1);
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
        assertThat(john.ticket(ticket).conversation())
                .last()
                .isEqualTo(new ConversationItem.SystemLine(
                        ticket,
                        clock.instant(),
                        Actor.system(),
                        new StatusChanged(
                                Status.ANSWERED,
                                Status.CLOSED,
                                Cause.AUTO_CLOSE,
                                Optional.of("answered at 2026-03-02T09:00:00Z, and no word from the customer since;"
                                        + " closed after 3 days by the rule of the installation"))));
        assertThat(center.run().closed()).isZero();
    }

    @Test
    @Tag("A10")
    void neverMeansNever() {
        TicketId ticket = answered(AutoClose.never());
        center.after(Duration.ofDays(10_000));

        assertThat(center.run().closed()).isZero();
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.ANSWERED);
        assertThat(john.ticket(ticket).autoCloseAt()).isEmpty();
    }

    @Test
    @Tag("A10")
    void theCustomersFollowUpCancelsIt() {
        TicketId ticket = answered(AutoClose.afterDays(3));
        center.after(Duration.ofDays(2));

        jane.reply(ticket, Reply.of("Not fixed."));
        center.after(Duration.ofDays(30));

        assertThat(center.run().closed()).isZero();
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        assertThat(john.ticket(ticket).autoCloseAt()).isEmpty();
    }

    @Test
    @Tag("A10")
    @Tag("A9")
    void aNoteDoesNotPutItOff() {
        TicketId ticket = answered(AutoClose.afterDays(3));
        center.after(Duration.ofDays(2));
        john.note(ticket, "Waiting for her.");
        center.after(Duration.ofDays(1));

        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    @Tag("A10")
    void anotherAnswerBeginsAnew() {
        TicketId ticket = answered(AutoClose.afterDays(3));
        center.after(Duration.ofDays(2));
        john.answer(ticket, Answer.of("Try again."));
        center.after(Duration.ofDays(2));
        assertThat(center.run().closed()).isZero();
        center.after(Duration.ofDays(1));

        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    @Tag("A10")
    void aTicketPutOnHoldOrReopenedByStaffStays() {
        TicketId held = answered(AutoClose.afterDays(1));
        TicketId reopened = answered(AutoClose.afterDays(1));
        john.hold(held);
        john.reopen(reopened);
        center.after(Duration.ofDays(9));

        assertThat(center.run().closed()).isZero();
        assertThat(john.ticket(held).header().status()).isEqualTo(Status.ON_HOLD);
        assertThat(john.ticket(reopened).header().status()).isEqualTo(Status.OPEN);
    }

    @Test
    @Tag("A10")
    @Tag("B1")
    void theQueuesRuleComesBeforeTheInstallations() {
        QueueId slow = center.admin().createQueue(QueueSettings.named("Slow").withAutoClose(AutoClose.afterDays(7)));
        QueueId patient =
                center.admin().createQueue(QueueSettings.named("Patient").withAutoClose(AutoClose.never()));
        TicketId ticket = center.taken();
        TicketId other = center.taken();
        TicketId plain = center.taken();
        john.change(ticket, Edit.queue(slow));
        john.change(other, Edit.queue(patient));

        List.of(ticket, other, plain).forEach(each -> john.answer(each, Answer.of("Fixed.")));

        assertThat(anna.ticket(ticket).autoCloseAt()).contains(TestCenter.START.plus(Duration.ofDays(7)));
        assertThat(anna.ticket(other).header().status()).isEqualTo(Status.ANSWERED);
        assertThat(anna.ticket(other).autoCloseAt()).isEmpty();
        assertThat(anna.ticket(plain).header().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("A10")
    void keepOpenHoldsAgainstAtOnceButNotAgainstDays() {
        TicketId open = center.taken();
        john.answer(open, Answer.of("Which one?").keepOpen());
        assertThat(john.ticket(open).header().status()).isEqualTo(Status.ANSWERED);

        TicketId ticket = center.opened();
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(2)));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Which one?").keepOpen());
        center.run();
        center.after(Duration.ofDays(2));

        assertThat(center.run().closed()).isEqualTo(1);
        assertThat(john.ticket(open).header().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    @Tag("A10")
    void whatWasPromisedHoldsWhenTheSettingChanges() {
        TicketId ticket = answered(AutoClose.afterDays(30));
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(1)));
        center.after(Duration.ofDays(29));

        assertThat(center.run().closed()).isZero();
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    @Tag("A10")
    @Tag("G1")
    void whatClosedByItselfSaysByWhoseRuleAndWhen() {
        assertThat(whyClosed(answered(AutoClose.atOnce())))
                .isEqualTo("answered, and closed at once by the rule of the installation (A10)");

        TicketId before = answered(AutoClose.afterDays(2));
        QueueSettings hasty = QueueSettings.named("Support").withAutoClose(AutoClose.afterDays(1));
        center.admin().changeQueue(center.defaultQueue(), hasty);
        TicketId ticket = answered(AutoClose.afterDays(9));
        center.after(Duration.ofDays(2));
        center.run();

        assertThat(whyClosed(ticket)).endsWith("since; closed after a day by the rule of its queue (A10)");
        assertThat(whyClosed(before)).endsWith("since; closed at 2026-03-04T09:00:00Z, as was set before (A10)");
    }

    private String whyClosed(TicketId ticket) {
        return john.ticket(ticket).why().stream()
                .filter(why -> why.decision() == Why.Decision.CLOSED)
                .map(Why::because)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("A10")
    void manyCloseInOneRound() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(1)));
        for (int i = 0; i < 120; i++) {
            john.answer(center.taken(), Answer.of("Fixed."));
        }
        center.run();
        center.after(Duration.ofDays(1));

        assertThat(center.run().closed()).isEqualTo(120);
    }

    @Test
    @Tag("A10")
    void theOldSettingsAreUnderstood() {
        assertThat(AutoClose.ofOldSetting("-1")).isEqualTo(AutoClose.never());
        assertThat(AutoClose.ofOldSetting("")).isEqualTo(AutoClose.atOnce());
        assertThat(AutoClose.ofOldSetting("0")).isEqualTo(AutoClose.atOnce());
        assertThat(AutoClose.ofOldSetting(" 14 ")).isEqualTo(AutoClose.afterDays(14));
        for (AutoClose rule : List.of(AutoClose.never(), AutoClose.atOnce(), AutoClose.afterDays(14))) {
            assertThat(AutoClose.ofOldSetting(rule.toOldSetting())).isEqualTo(rule);
        }
        for (String wrong : List.of("-2", "x", "1.5", "3651", "99999999999")) {
            assertThatThrownBy(() -> AutoClose.ofOldSetting(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private TicketId answered(AutoClose rule) {
        center.settings(s -> s.withAutoClose(rule));
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed."));
        center.run();
        return ticket;
    }
}
