// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.event.TicketEvent.ActionDropped;
import dev.troubletickets.event.TicketEvent.ActionRefused;
import dev.troubletickets.event.TicketEvent.ActionTaken;
import dev.troubletickets.event.TicketEvent.ActionsMoved;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledAction.DroppedBy;
import dev.troubletickets.ticket.ScheduledAction.Kind;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.RunReport;
import dev.troubletickets.view.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is scheduled for a ticket that is merged is done to the other (A12, G9). */
@Tag("A12")
@Tag("G9")
class MergingScheduleTest extends BehaviourTest {
    private static final Instant TOMORROW = TestCenter.START.plus(Duration.ofDays(1));

    private TicketId target;
    private TicketId source;

    @BeforeEach
    void twoTickets() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        target = center.taken();
        source = center.taken();
        center.after(Duration.ofMinutes(1));
    }

    @Test
    void itIsDoneToTheTargetOnce() {
        ScheduledId close = john.scheduling().at(TOMORROW, source, ScheduledAction.close());
        john.scheduling().at(TOMORROW.minusSeconds(1), source, ScheduledAction.remind("Look."));
        john.linking().merge(source, target);
        clock.set(TOMORROW);

        assertThat(center.run().count(RunReport.Work.ACTED)).isEqualTo(2);

        assertThat(center.run().count(RunReport.Work.ACTED)).isZero();
        assertThat(center.kept(target).state().status()).isEqualTo(Status.CLOSED);
        assertThat(center.kept(source).state().status()).isEqualTo(Status.OPEN);
        assertThat(center.events(target)).contains(new ActionTaken(close.number(), Kind.CLOSE));
        assertThat(john.ticket(target).messages())
                .extracting(ConversationItem.Message::text)
                .contains("Look.");
        assertThat(center.kept(target).scheduled()).isZero();
    }

    @Test
    @Tag("A15")
    void itIsShownToldAndCancelledThereUnderBothNumbers() {
        ScheduledId close = john.scheduling().at(TOMORROW, source, ScheduledAction.close());
        ScheduledId hold = john.scheduling().at(TOMORROW, source, ScheduledAction.hold());
        ScheduledId own = john.scheduling().at(TOMORROW, target, ScheduledAction.reopen());
        john.linking().merge(source, target);

        assertThat(scheduled(target))
                .containsExactly(new ScheduledId(target, close.number()), new ScheduledId(target, hold.number()), own);
        assertThat(center.events(target)).contains(new ActionsMoved(source, List.of(close.number(), hold.number())));
        assertThat(center.kept(target).scheduled()).isEqualTo(3);
        john.scheduling().cancel(close);
        john.scheduling().cancel(new ScheduledId(target, hold.number()));
        assertThat(scheduled(target)).containsExactly(own);
        assertThat(center.kept(target).scheduled()).isEqualTo(1);
    }

    @Test
    void aMergeIsNoChangeEvenWhereItOpensTheTarget() {
        john.hold(target);
        john.answer(target, Answer.of("Fixed.").keepOpen());
        ScheduledId own =
                john.scheduling().at(TOMORROW, target, ScheduledAction.close().unlessChanged());
        ScheduledId other =
                john.scheduling().at(TOMORROW, source, ScheduledAction.hold().unlessChanged());
        var merge = john.linking().merge(source, target);

        assertThat(scheduled(target)).containsExactlyInAnyOrder(own, new ScheduledId(target, other.number()));
        john.linking().undo(merge);
        assertThat(scheduled(target)).containsExactly(own);
        assertThat(scheduled(source)).containsExactly(other);
    }

    @Test
    void fromThenOnWhatChangesTheTargetDropsIt() {
        ScheduledId action =
                john.scheduling().at(TOMORROW, source, ScheduledAction.close().unlessChanged());
        ScheduledId anyway = john.scheduling().at(TOMORROW, source, ScheduledAction.hold());
        john.linking().merge(source, target);

        john.release(target);

        assertThat(center.events(target)).contains(new ActionDropped(action.number(), Kind.CLOSE, DroppedBy.CHANGE));
        assertThat(scheduled(target)).containsExactly(new ScheduledId(target, anyway.number()));
    }

    @Test
    void anAnswerGoesOutFromTheTarget() {
        john.scheduling().at(TOMORROW, source, ScheduledAction.answer("It works by now."));
        john.linking().merge(source, target);
        clock.set(TOMORROW);
        center.run();

        assertThat(jane.ticket(target).messages())
                .extracting(ConversationItem.Message::text)
                .contains("It works by now.");
        assertThat(center.kept(target).state().publicMessages()).isEqualTo(2);
    }

    @Test
    void whatWasRefusedIsShownThereToo() {
        john.scheduling().at(clock.instant().plusSeconds(1), source, ScheduledAction.reopen());
        john.close(source);
        anna.reopen(source);
        center.after(Duration.ofMinutes(1));
        center.run();
        List<Scheduled> before = anna.ticket(source).scheduled();

        john.linking().merge(source, target);

        assertThat(anna.ticket(target).scheduled()).hasSameSizeAs(before);
    }

    @Test
    void noMoreThanATicketMayHave() {
        for (int i = 0; i < 11; i++) {
            john.scheduling().at(TOMORROW.plusSeconds(i), source, ScheduledAction.hold());
            john.scheduling().at(TOMORROW.plusSeconds(i), target, ScheduledAction.hold());
        }

        Expect.in(center).overLimit("scheduled", () -> john.linking().merge(source, target));

        assertThat(center.kept(source).merged()).isNull();
        assertThat(scheduled(source)).hasSize(11);
        john.scheduling().cancel(scheduled(source).get(0));
        john.scheduling().cancel(scheduled(source).get(0));
        john.linking().merge(source, target);
        assertThat(scheduled(target)).hasSize(20);
    }

    @Test
    @Tag("G2")
    void undoneWhatIsStillThereIsTheSourcesAgain() {
        ScheduledId taken = john.scheduling().at(TOMORROW, source, ScheduledAction.remind("Look."));
        ScheduledId cancelled = john.scheduling().at(TOMORROW, source, ScheduledAction.hold());
        ScheduledId left = john.scheduling().at(TOMORROW.plusSeconds(60), source, ScheduledAction.close());
        ScheduledId own = john.scheduling().at(TOMORROW.plusSeconds(60), target, ScheduledAction.hold());
        var merge = john.linking().merge(source, target);
        john.scheduling().cancel(cancelled);
        clock.set(TOMORROW);
        center.run();

        john.linking().undo(merge);

        assertThat(scheduled(source)).containsExactly(left).doesNotContain(taken);
        assertThat(scheduled(target)).containsExactly(own);
        assertThat(center.kept(source).scheduled()).isEqualTo(1);
        assertThat(center.kept(target).scheduled()).isEqualTo(1);
        assertThat(center.events(source)).contains(new ActionsMoved(target, List.of(left.number())));
        clock.set(TOMORROW.plusSeconds(60));
        center.run();
        assertThat(center.kept(source).state().status()).isEqualTo(Status.CLOSED);
        assertThat(center.kept(target).state().status()).isEqualTo(Status.ON_HOLD);
    }

    @Test
    @Tag("G2")
    void chainsGiveItBackInAnyOrder() {
        TicketId last = center.taken();
        ScheduledId action = john.scheduling().at(TOMORROW, source, ScheduledAction.hold());
        ScheduledId targets = john.scheduling().at(TOMORROW, target, ScheduledAction.close());
        var first = john.linking().merge(source, target);
        var second = john.linking().merge(target, last);
        assertThat(scheduled(last)).hasSize(2);

        john.linking().undo(first);

        assertThat(scheduled(source)).containsExactly(action);
        assertThat(scheduled(last)).containsExactly(new ScheduledId(last, targets.number()));
        assertThat(center.kept(last).scheduled()).isEqualTo(1);
        john.linking().undo(second);
        assertThat(scheduled(target)).containsExactly(targets);
        assertThat(scheduled(last)).isEmpty();
    }

    @Test
    void anotherCustomersAnswerStaysWithTheirTicketAndGoesToNobodyElse() {
        TicketId marys = mary.open(NewTicket.of("Down", "My server is down."));
        john.pickUp(marys);
        ScheduledId answer = john.scheduling().at(TOMORROW, marys, ScheduledAction.answer("Dear Mary, it is up."));
        ScheduledId reminder = john.scheduling().at(TOMORROW, marys, ScheduledAction.remind("Look."));
        john.linking().mergeAcrossCustomers(marys, target);

        assertThat(scheduled(target)).containsExactly(answer, new ScheduledId(target, reminder.number()));
        center.sent();
        center.mail().forgetSent();
        clock.set(TOMORROW);
        center.run();

        assertThat(center.sent()).isEmpty();
        assertThat(jane.ticket(target).messages()).hasSize(1);
        assertThat(mary.ticket(marys).messages()).hasSize(1);
        assertThat(center.events(target)).contains(new ActionTaken(reminder.number(), Kind.REMIND));
        assertThat(center.events(target))
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                ActionRefused.class,
                                refused -> assertThat(refused.why()).contains("another customer")));
        john.scheduling().cancel(answer);
        assertThat(scheduled(target)).isEmpty();
    }

    @Test
    @Tag("G2")
    void anotherCustomersAnswerGoesOutOnceTheirTicketStandsByItselfAgain() {
        TicketId marys = mary.open(NewTicket.of("Down", "My server is down."));
        john.pickUp(marys);
        john.scheduling().at(TOMORROW, marys, ScheduledAction.answer("Dear Mary, it is up."));
        john.linking().undo(john.linking().mergeAcrossCustomers(marys, target));
        clock.set(TOMORROW);
        center.run();

        assertThat(mary.ticket(marys).messages()).hasSize(2);
        assertThat(jane.ticket(target).messages()).hasSize(1);
    }

    private List<ScheduledId> scheduled(TicketId ticket) {
        return john.ticket(ticket).scheduled().stream().map(Scheduled::id).toList();
    }
}
