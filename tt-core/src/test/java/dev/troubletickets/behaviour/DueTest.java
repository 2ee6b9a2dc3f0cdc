// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.AnswerClockStopped;
import dev.troubletickets.event.TicketEvent.AnswerDueSet;
import dev.troubletickets.event.TicketEvent.AnswerTargetMet;
import dev.troubletickets.event.TicketEvent.AnswerTargetMissed;
import dev.troubletickets.event.TicketEvent.Stop;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.rules.Match;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.DueExplanation;
import dev.troubletickets.view.Waiting;
import dev.troubletickets.view.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When an answer is due (B9): what runs the clock, what stops it, and what it is told for. */
class DueTest extends BehaviourTest {
    private static final Instant START = TestCenter.START;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final AnswerTarget GOLD =
            AnswerTarget.when(Condition.is(Fact.PLAN, "gold"), "gold customers", Duration.ofHours(1));
    private static final AnswerTarget ALL = AnswerTarget.always("everybody", Duration.ofHours(8));

    @BeforeEach
    void promise() {
        center.admin().saveServiceLevel(center.defaultQueue(), ServiceLevel.of(GOLD, ALL));
    }

    @Test
    @Tag("B9")
    void theFirstTargetThatFitsSaysWhenAnAnswerIsDue() {
        TicketId janes = center.opened();
        TicketId marys = mary.open(NewTicket.of("Mail", "Where is it?"));

        assertThat(due(janes)).contains(START.plus(HOUR));
        assertThat(due(marys)).contains(START.plus(HOUR.multipliedBy(8)));
    }

    @Test
    @Tag("G1")
    void theTicketSaysWhyItsAnswerIsDueThen() {
        TicketId ticket = center.opened();
        Match gold = new Match(Fact.PLAN, "is gold", "Gold");

        assertThat(john.ticket(ticket).due())
                .contains(new DueExplanation(
                        "gold customers",
                        HOUR,
                        List.of(gold),
                        Duration.ZERO,
                        Optional.of(START),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(told(ticket))
                .contains(new AnswerDueSet(
                        "gold customers", Optional.of(START.plus(HOUR)), HOUR, Duration.ZERO, List.of(gold)));

        assertThat(john.ticket(ticket).why())
                .contains(new Why(
                        START,
                        Why.Decision.DUE,
                        "due at 2026-03-02T10:00:00Z; the target gold customers (plan is gold: Gold) allows"
                                + " 1 h 00 min of working time, of which 0 h 00 min was used (B9)"));

        center.after(HOUR.dividedBy(2));
        john.hold(ticket);
        assertThat(john.ticket(ticket).why())
                .extracting(Why::because)
                .contains("not due while it is on hold; 0 h 30 min of working time was used (B9)");
        assertThat(john.ticket(ticket).due())
                .contains(new DueExplanation(
                        "gold customers",
                        HOUR,
                        List.of(gold),
                        HOUR.dividedBy(2),
                        Optional.empty(),
                        Optional.of(Stop.ON_HOLD),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    @Tag("B9")
    void aQueueWithoutATargetHasNoDueTimes() {
        QueueId quiet = center.queue("Quiet", Cast.JOHN);
        TicketId ticket = center.opened();
        center.after(HOUR.dividedBy(2));
        john.change(ticket, Edit.queue(quiet));

        assertThat(waiting(ticket).due()).isEmpty();
        assertThat(waiting(ticket).remaining()).isEmpty();
        assertThat(john.ticket(ticket).due()).isEmpty();
        assertThat(waiting(ticket).delay()).isEqualTo(HOUR.dividedBy(2));
        assertThat(told(ticket)).contains(new AnswerClockStopped(Stop.NO_TARGET, HOUR.dividedBy(2)));

        center.after(HOUR.multipliedBy(5));
        john.change(ticket, Edit.queue(center.defaultQueue()));
        assertThat(due(ticket))
                .as("what was used stays used")
                .contains(clock.instant().plus(HOUR.dividedBy(2)));
    }

    @Test
    @Tag("B9")
    void anAnswerInTimeMeetsTheTargetAndALateOneMissesIt() {
        TicketId ticket = center.taken();
        center.after(Duration.ofMinutes(20));
        john.answer(ticket, Answer.of("Fixed."));
        assertThat(told(ticket)).contains(new AnswerTargetMet("gold customers", Duration.ofMinutes(40)));
        assertThat(john.ticket(ticket).header().waiting()).isEmpty();

        jane.reply(ticket, Reply.of("No."));
        assertThat(due(ticket)).as("a new wait").contains(clock.instant().plus(HOUR));
        center.after(Duration.ofMinutes(61));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Now?"));
        assertThat(told(ticket)).contains(new AnswerTargetMissed("gold customers", Duration.ofMinutes(1)));
    }

    @Test
    @Tag("B9")
    void aFurtherWordOfTheCustomerChangesNothingAndNeitherDoesANote() {
        TicketId ticket = center.taken();
        center.after(Duration.ofMinutes(10));
        jane.reply(ticket, Reply.of("Hello?"));
        john.note(ticket, "on it");

        assertThat(due(ticket)).contains(START.plus(HOUR));
        assertThat(told(ticket).stream().filter(AnswerDueSet.class::isInstance)).hasSize(1);
    }

    @Test
    @Tag("B9")
    void holdStopsTheClockAndReopeningLetsItGoOn() {
        TicketId ticket = center.opened();
        center.after(Duration.ofMinutes(40));
        john.hold(ticket);
        assertThat(told(ticket)).contains(new AnswerClockStopped(Stop.ON_HOLD, Duration.ofMinutes(40)));
        center.after(Duration.ofDays(3));
        assertThat(waiting(ticket).due()).isEmpty();
        assertThat(waiting(ticket).remaining()).contains(Duration.ofMinutes(20));

        john.reopen(ticket);
        assertThat(due(ticket)).contains(clock.instant().plus(Duration.ofMinutes(20)));
    }

    @Test
    @Tag("B9")
    void snoozeStopsTheClockUntilTheTicketWakes() {
        TicketId ticket = center.opened();
        center.after(Duration.ofMinutes(40));
        john.snooze(ticket, clock.instant().plus(Duration.ofDays(1)));
        assertThat(told(ticket)).contains(new AnswerClockStopped(Stop.SNOOZED, Duration.ofMinutes(40)));
        center.after(Duration.ofDays(1));
        center.run();

        assertThat(due(ticket)).contains(clock.instant().plus(Duration.ofMinutes(20)));
    }

    @Test
    @Tag("B9")
    void whatWasUsedStaysUsedWhenTheTicketMoves() {
        QueueId slow = center.queue("Slow", Cast.JOHN);
        center.admin().saveServiceLevel(slow, ServiceLevel.of(AnswerTarget.always("slowly", HOUR.multipliedBy(10))));
        TicketId ticket = center.opened();
        center.after(Duration.ofMinutes(50));
        john.change(ticket, Edit.queue(slow));

        assertThat(due(ticket)).contains(START.plus(HOUR.multipliedBy(10)));
        center.after(HOUR.multipliedBy(2));
        john.change(ticket, Edit.queue(center.defaultQueue()));
        assertThat(waiting(ticket).isOverdue()).isTrue();
        assertThat(waiting(ticket).remaining()).contains(Duration.ofMinutes(-110));
    }

    @Test
    @Tag("B9")
    void changedFactsTakeTheAllowedTimeAnew() {
        AnswerTarget outage = AnswerTarget.when(Condition.is(Fact.CATEGORY, "outage"), "outages", HOUR.dividedBy(4));
        center.settings(s -> s.withCategories(Category.of("outage")));
        center.admin().saveServiceLevel(center.defaultQueue(), ServiceLevel.of(outage, ALL));
        TicketId ticket = center.opened();
        center.after(Duration.ofMinutes(5));
        assertThat(due(ticket)).contains(START.plus(HOUR.multipliedBy(8)));

        john.change(ticket, Edit.category("outage"));
        assertThat(due(ticket)).contains(START.plus(Duration.ofMinutes(15)));
    }

    @Test
    @Tag("B9")
    void aClosedTicketHasNoClockAndOneReopenedWithoutAnAnswerBeginsAnew() {
        TicketId ticket = center.opened();
        center.after(Duration.ofMinutes(30));
        john.close(ticket);
        assertThat(john.ticket(ticket).header().waiting()).isEmpty();
        assertThat(center.kept(ticket).clock().terms()).isNull();

        john.reopen(ticket);
        assertThat(due(ticket)).contains(clock.instant().plus(HOUR));
    }

    @Test
    @Tag("B9")
    void workingTimeCountsThroughTheWeekendsWhenClocksAreChanged() {
        workingTime("Europe/Prague; FRI 09:00-17:00; SUN 01:00-05:00; MON 09:00-17:00");
        clock.set(Instant.parse("2026-03-27T15:30:00Z"));
        assertThat(due(marysTicket()))
                .as("half an hour on Friday, three on Sunday, four and a half on Monday")
                .contains(Instant.parse("2026-03-30T11:30:00Z"));
        clock.set(Instant.parse("2026-10-23T14:30:00Z"));
        assertThat(due(marysTicket()))
                .as("half an hour on Friday, five on Sunday, two and a half on Monday")
                .contains(Instant.parse("2026-10-26T10:30:00Z"));
    }

    @Test
    @Tag("B9")
    void workingTimeCountsThroughTheWeekendsWhenClocksAreChangedInNewYork() {
        workingTime("America/New_York; FRI 09:00-17:00; SUN 01:00-05:00; MON 09:00-17:00");
        clock.set(Instant.parse("2027-03-12T21:30:00Z"));
        assertThat(due(marysTicket())).contains(Instant.parse("2027-03-15T17:30:00Z"));
        clock.set(Instant.parse("2027-11-05T20:30:00Z"));
        assertThat(due(marysTicket())).contains(Instant.parse("2027-11-08T16:30:00Z"));
    }

    @Test
    @Tag("B9")
    void aQueueThatNeverWorksHasNoDueTime() {
        workingTime("Europe/Prague");
        TicketId ticket = center.opened();
        center.after(Duration.ofDays(400));

        assertThat(waiting(ticket).due()).isEmpty();
        assertThat(waiting(ticket).remaining()).contains(HOUR);
        assertThat(waiting(ticket).isOverdue()).isFalse();
        assertThat(told(ticket))
                .anyMatch(event -> event instanceof AnswerDueSet set
                        && set.due().isEmpty()
                        && set.target().equals("gold customers"));
    }

    @Test
    @Tag("B9")
    @Tag("A14")
    void aCustomerWhomTheHostCannotTellOfKeepsNobodyFromTheirTime() {
        TicketId ticket = center.taken();
        john.snooze(ticket, clock.instant().plus(HOUR));
        center.directory().forgetAccounts();
        center.after(HOUR);

        assertThat(center.run().failures()).isZero();

        center.directory().comeBack();
        assertThat(john.ticket(ticket).snoozedUntil()).isEmpty();
    }

    @Test
    @Tag("B9")
    void customersAreToldWhenToExpectAnAnswerOnlyWhereTheSettingSaysSo() {
        TicketId ticket = center.opened();
        assertThat(jane.ticket(ticket).answerExpectedBy()).isEmpty();
        center.settings(s -> s.withShowAnswerDue(true));
        assertThat(jane.ticket(ticket).answerExpectedBy()).contains(START.plus(HOUR));

        john.hold(ticket);
        assertThat(jane.ticket(ticket).answerExpectedBy()).isEmpty();
    }

    private TicketId marysTicket() {
        return mary.open(NewTicket.of("Mail", "Where is it?"));
    }

    private void workingTime(String time) {
        center.admin()
                .changeQueue(
                        center.defaultQueue(), QueueSettings.named("Support").withWorkingTime(WorkingTime.parse(time)));
    }

    private Optional<Instant> due(TicketId ticket) {
        return waiting(ticket).due();
    }

    private Waiting waiting(TicketId ticket) {
        return anna.ticket(ticket).header().waiting().orElseThrow();
    }

    private List<TicketEvent> told(TicketId ticket) {
        return anna.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(line -> ((ConversationItem.SystemLine) line).event())
                .toList();
    }
}
