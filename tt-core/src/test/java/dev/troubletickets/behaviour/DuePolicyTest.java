// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.event.TicketEvent.AnswerDueSet;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.settings.Holidays;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.RunReport;
import dev.troubletickets.view.TicketSort;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What queues promise (B9), and what becomes of waiting tickets when it changes. */
class DuePolicyTest extends BehaviourTest {
    private static final Instant START = TestCenter.START;
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    @Tag("B9")
    void aNewPromiseHoldsForThoseWhoWaitFromItsMomentOn() {
        TicketId ticket = center.opened();
        center.after(HOUR);
        promise(HOUR.multipliedBy(2));
        center.after(HOUR);
        assertThat(center.run().count(RunReport.Work.RETIMED)).isEqualTo(1);

        assertThat(due(ticket)).contains(START.plus(HOUR.multipliedBy(3)));
        assertThat(center.run().count(RunReport.Work.RETIMED)).isZero();
    }

    @Test
    @Tag("B9")
    void aChangedPromiseTakesTheAllowedTimeAnewAndWhatWasUsedStaysUsed() {
        promise(HOUR.multipliedBy(2));
        TicketId ticket = center.opened();
        center.after(HOUR);
        promise(HOUR.multipliedBy(5));
        center.run();

        assertThat(due(ticket)).contains(START.plus(HOUR.multipliedBy(5)));
        assertThat(sets(ticket)).hasSize(2);
    }

    @Test
    @Tag("B9")
    void whatWasUsedIsCountedByTheCalendarThatWasInForceThen() {
        workingTime("UTC; MON 09:00-17:00; TUE 09:00-17:00");
        promise(HOUR.multipliedBy(10));
        TicketId ticket = center.opened();
        clock.set(Instant.parse("2026-03-02T19:00:00Z"));
        workingTime("UTC; MON 20:00-22:00; TUE 20:00-22:00");
        clock.set(Instant.parse("2026-03-02T21:30:00Z"));
        center.run();

        assertThat(due(ticket)).as("eight hours by day, two in the evening").contains(at("2026-03-02T22:00:00Z"));
    }

    @Test
    @Tag("B9")
    void aTicketThatIsWrittenBeforeTheBackgroundComesKnowsTheChangeToo() {
        promise(HOUR);
        TicketId ticket = center.opened();
        center.after(HOUR.dividedBy(2));
        promise(HOUR.multipliedBy(3));
        center.after(HOUR);
        john.note(ticket, "on it");

        assertThat(due(ticket)).contains(START.plus(HOUR.multipliedBy(3)));
        assertThat(center.run().count(RunReport.Work.RETIMED)).isZero();
    }

    @Test
    @Tag("B9")
    void holidaysOfTheInstallationCountInEveryQueueWithAWorkingTimeUnlessItSaysOtherwise() {
        workingTime("UTC; MON 09:00-17:00; TUE 09:00-17:00; WED 09:00-17:00; 2026-03-04 10:00-12:00");
        promise(HOUR.multipliedBy(9));
        TicketId ticket = center.opened();
        center.settings(s -> s.withHolidays(Holidays.off(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4))));
        center.run();

        assertThat(due(ticket)).contains(at("2026-03-04T11:00:00Z"));
        assertThat(anna.ticket(ticket).due().orElseThrow().workingTime())
                .hasValueSatisfying(time -> assertThat(time.holidays().days()).hasSize(1));
    }

    @Test
    @Tag("B9")
    void manyWaitingTicketsAreSeenToInBatchesWhichAnyNodeGoesOnWith() {
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            tickets.add(center.opened());
        }
        promise(HOUR);
        TestCenter other = center.anotherNode();

        assertThat(other.run().count(RunReport.Work.RETIMED)).isEqualTo(120);
        assertThat(tickets).allMatch(ticket -> due(ticket).equals(Optional.of(START.plus(HOUR))));
    }

    @Test
    @Tag("B9")
    void aNodeThatStillRemembersTheFormerPromiseTurnsNothingBack() {
        promise(HOUR);
        TicketId ticket = center.opened();
        TestCenter other = center.anotherNode();
        other.run();
        promise(HOUR.multipliedBy(2));
        center.run();
        TicketData promised = center.kept(ticket);

        assertThat(other.run().count(RunReport.Work.RETIMED)).isZero();
        assertThat(center.kept(ticket)).isEqualTo(promised);
    }

    @Test
    @Tag("B9")
    void aChangeThatDoesNotConcernATicketLeavesNoTraceInIt() {
        promise(HOUR);
        TicketId ticket = center.opened();
        TicketData before = center.kept(ticket);
        AnswerTarget gone = AnswerTarget.when(Condition.is(Fact.PLAN, "Lead"), "lead", HOUR);
        center.admin()
                .saveServiceLevel(center.defaultQueue(), ServiceLevel.of(gone, AnswerTarget.always("promise", HOUR)));
        center.after(HOUR);
        assertThat(center.run().count(RunReport.Work.RETIMED)).isEqualTo(1);

        TicketData after = center.kept(ticket);
        assertThat(after.with(before.clock())).isEqualTo(before);
        assertThat(after.clock().due()).isEqualTo(before.clock().due());
    }

    @Test
    @Tag("B9")
    void aRetimedTicketKeepsItsPlaceInTheOrderOfModification() {
        TicketId ticket = center.opened();
        Instant modified = center.kept(ticket).activity().modifiedAt();
        center.after(HOUR);
        promise(HOUR);
        center.run();

        assertThat(sets(ticket)).hasSize(1);
        assertThat(center.kept(ticket).activity().modifiedAt()).isEqualTo(modified);
    }

    @Test
    @Tag("B9")
    void ticketsGoOnInTheQueueThatInheritsThem() {
        QueueId old = center.queue("Old");
        center.admin().saveServiceLevel(old, ServiceLevel.of(AnswerTarget.always("old", HOUR)));
        promise(HOUR.multipliedBy(4));
        TicketId ticket = center.opened();
        anna.change(ticket, dev.troubletickets.command.Edit.queue(old));
        center.after(HOUR.dividedBy(2));
        center.admin().deleteQueue(old, QueueDeletion.moveTicketsTo(center.defaultQueue()));

        assertThat(due(ticket)).contains(START.plus(HOUR.multipliedBy(4)));
        assertThat(center.run().count(RunReport.Work.RETIMED)).isZero();
    }

    @Test
    @Tag("B9")
    void theUnassignedAreSortedByWhenAnAnswerIsDue() {
        promise(HOUR.multipliedBy(2));
        TicketId late = center.opened();
        promise(HOUR);
        TicketId soon = center.opened();
        center.admin().saveServiceLevel(center.defaultQueue(), ServiceLevel.none());
        TicketId never = center.opened();
        promise(HOUR.multipliedBy(3));
        TicketSort byDue = TicketSort.ascending(TicketSort.Column.DUE);

        assertThat(john.dashboard(byDue).unassigned().tickets())
                .extracting(row -> row.id())
                .containsExactly(soon, late, never);
        center.after(HOUR.multipliedBy(2));
        assertThat(john.dashboard(byDue).unassigned().tickets())
                .extracting(row -> row.waiting().orElseThrow().isOverdue())
                .containsExactly(true, false, false);
    }

    @Test
    @Tag("B9")
    void promisesNeedThePermissionForQueues() {
        Expect expect = Expect.in(center);
        var johns = center.center().administration(Cast.JOHN);
        ServiceLevel level = ServiceLevel.of(AnswerTarget.always("promise", HOUR));
        QueueId queue = center.defaultQueue();

        expect.refused(Refusal.PERMISSION_MISSING, () -> johns.saveServiceLevel(queue, level));
        expect.refused(Refusal.PERMISSION_MISSING, () -> johns.serviceLevel(queue));
        expect.notFound("queue", () -> center.admin().saveServiceLevel(QueueId.of(999), level));
        expect.notFound("queue", () -> center.admin().serviceLevel(QueueId.of(999)));
        center.admin().give(Cast.JOHN, Permission.QUEUES);
        johns.saveServiceLevel(queue, level);
        assertThat(johns.serviceLevel(queue)).isEqualTo(level);
        assertThat(center.admin().serviceLevel(center.queue("Other"))).isEqualTo(ServiceLevel.none());
    }

    private void promise(Duration allowed) {
        center.admin()
                .saveServiceLevel(center.defaultQueue(), ServiceLevel.of(AnswerTarget.always("promise", allowed)));
    }

    private void workingTime(String time) {
        center.admin()
                .changeQueue(
                        center.defaultQueue(), QueueSettings.named("Support").withWorkingTime(WorkingTime.parse(time)));
    }

    private Optional<Instant> due(TicketId ticket) {
        return anna.ticket(ticket).header().waiting().orElseThrow().due();
    }

    private List<AnswerDueSet> sets(TicketId ticket) {
        return anna.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(line -> ((ConversationItem.SystemLine) line).event())
                .filter(AnswerDueSet.class::isInstance)
                .map(AnswerDueSet.class::cast)
                .toList();
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
