// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static dev.troubletickets.settings.EscalationLevel.after;
import static dev.troubletickets.settings.EscalationLevel.atDue;
import static dev.troubletickets.settings.EscalationLevel.before;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.EscalationEnded;
import dev.troubletickets.event.TicketEvent.EscalationReached;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.settings.EscalationLevel;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.spi.storage.AnswerClock;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.RunReport;
import dev.troubletickets.view.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When levels of escalation come (G6): before, at and after the due time, each once in a wait. */
class EscalationTest extends BehaviourTest {
    private static final Instant START = TestCenter.START;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final EscalationLevel SOON = before(HOUR, "soon").withPriority(80);
    private static final EscalationLevel NOW = atDue("now").withPriority(90).withNote("Answer this.");
    private static final EscalationLevel LATE = after(HOUR, "late").withPriority(100);

    @Test
    @Tag("G6")
    void eachLevelComesAtItsTimeAndOnce() {
        escalate(SOON, NOW, LATE);
        TicketId ticket = center.opened();

        at(START.plus(HOUR.multipliedBy(3)).minusSeconds(1));
        assertThat(reached(ticket)).isEmpty();
        at(START.plus(HOUR.multipliedBy(3)));
        assertThat(reached(ticket)).containsExactly("soon");
        assertThat(center.run().count(RunReport.Work.ESCALATED)).isZero();
        at(START.plus(HOUR.multipliedBy(4)));
        assertThat(reached(ticket)).containsExactly("soon", "now");
        at(START.plus(HOUR.multipliedBy(5)));
        assertThat(reached(ticket)).containsExactly("soon", "now", "late");
        at(START.plus(HOUR.multipliedBy(500)));
        assertThat(reached(ticket)).hasSize(3);
        assertThat(john.ticket(ticket).header().priority()).isEqualTo(Priority.of(100));
    }

    @Test
    @Tag("G6")
    void afterDownTimeTheLevelsThatWerePassedComeOnceEachInTheirOrder() {
        escalate(LATE, SOON, NOW);
        TicketId ticket = center.opened();
        at(START.plus(Duration.ofDays(30)));

        assertThat(reached(ticket)).containsExactly("soon", "now", "late");
        assertThat(john.ticket(ticket).header().priority()).isEqualTo(Priority.of(100));
        assertThat(john.ticket(ticket).why())
                .filteredOn(why -> why.decision() == Why.Decision.ESCALATED)
                .hasSize(3);
    }

    @Test
    @Tag("G6")
    void levelsComeInWorkingTime() {
        center.admin()
                .changeQueue(
                        center.defaultQueue(),
                        QueueSettings.named("Support")
                                .withWorkingTime(WorkingTime.parse(
                                        "Europe/Prague; FRI 09:00-17:00; SUN 01:00-05:00; MON 09:00-17:00")));
        escalate(SOON, NOW, LATE);
        clock.set(Instant.parse("2026-03-27T15:00:00Z"));
        TicketId ticket = center.opened();

        assertThat(comesAt(ticket)).as("one hour on Friday, two on Sunday").isEqualTo("2026-03-29T02:00:00Z");
        at(Instant.parse("2026-03-29T02:00:00Z"));
        assertThat(comesAt(ticket))
                .as("three on Sunday, without the one left out")
                .isEqualTo("2026-03-29T03:00:00Z");
        at(Instant.parse("2026-03-29T03:00:00Z"));
        assertThat(comesAt(ticket)).as("an hour on Monday").isEqualTo("2026-03-30T08:00:00Z");
    }

    @Test
    @Tag("G6")
    void anAnswerUndoesWhatIsStillToComeAndWhatCameStays() {
        escalate(SOON, NOW, LATE);
        TicketId ticket = center.taken();
        at(START.plus(HOUR.multipliedBy(3)));
        john.answer(ticket, Answer.of("Fixed.").keepOpen());
        at(START.plus(HOUR.multipliedBy(9)));

        assertThat(reached(ticket)).containsExactly("soon");
        assertThat(told(ticket)).contains(new EscalationEnded(List.of("soon"), List.of("now", "late")));
        assertThat(john.ticket(ticket).header().priority()).isEqualTo(Priority.of(80));

        jane.reply(ticket, Reply.of("No."));
        at(START.plus(HOUR.multipliedBy(12)));
        assertThat(reached(ticket)).as("another wait").containsExactly("soon", "soon");
    }

    @Test
    @Tag("G6")
    void holdPutsLevelsOffAndBringsNoneTwice() {
        escalate(SOON, NOW);
        TicketId ticket = center.opened();
        at(START.plus(HOUR.multipliedBy(3)));
        john.hold(ticket);
        at(START.plus(HOUR.multipliedBy(100)));
        assertThat(reached(ticket)).containsExactly("soon");
        john.reopen(ticket);
        center.run();
        assertThat(reached(ticket)).containsExactly("soon");
        at(START.plus(HOUR.multipliedBy(101)));
        assertThat(reached(ticket)).containsExactly("soon", "now");
    }

    @Test
    @Tag("G6")
    void changedLevelsHoldForThoseWhoWait() {
        escalate(SOON, NOW);
        TicketId ticket = center.opened();
        at(START.plus(HOUR.multipliedBy(3)));
        escalate(SOON, LATE);
        at(START.plus(HOUR.multipliedBy(6)));

        assertThat(reached(ticket)).containsExactly("soon", "late");
    }

    @Test
    @Tag("G6")
    void aLevelOfAnotherQueueIsAnotherLevel() {
        QueueId other = center.queue("Other", Cast.JOHN);
        promise(other, SOON);
        escalate(SOON);
        TicketId ticket = center.opened();
        at(START.plus(HOUR.multipliedBy(3)));
        john.change(ticket, Edit.queue(other));
        center.run();
        john.change(ticket, Edit.queue(center.defaultQueue()));
        center.run();

        assertThat(reached(ticket)).containsExactly("soon", "soon");
    }

    @Test
    @Tag("G6")
    void aTimeThatWasCountedOtherwiseIsCountedAnewAndKeepsNoOtherTicketWaiting() {
        escalate(NOW);
        TicketId odd = center.opened();
        TicketId other = center.opened();
        // as if zones had been updated since
        center.storage().<Boolean>write(unit -> {
            TicketData kept = unit.tickets().find(odd).orElseThrow();
            AnswerClock c = kept.clock();
            AnswerClock early = new AnswerClock(
                    c.terms(), c.target(), c.allowed(), c.used(), c.runningSince(), c.due(), c.escalated(), START);
            return unit.tickets().setClock(odd, kept.version(), early);
        });
        at(START.plus(HOUR));
        assertThat(reached(odd)).isEmpty();
        assertThat(center.kept(odd).clock().escalatesAt()).isEqualTo(START.plus(HOUR.multipliedBy(4)));

        at(START.plus(HOUR.multipliedBy(4)));
        assertThat(reached(odd)).containsExactly("now");
        assertThat(reached(other)).containsExactly("now");
    }

    @Test
    @Tag("G6")
    void aNodeWithFormerSettingsEscalatesByThoseInForce() {
        escalate(NOW);
        TicketId ticket = center.opened();
        TestCenter other = center.anotherNode();
        other.run();
        clock.set(START.plus(HOUR.multipliedBy(4)).minusSeconds(2));
        other.run();
        escalate(LATE);
        clock.set(START.plus(HOUR.multipliedBy(4)));
        center.run();
        other.run();

        assertThat(reached(ticket)).isEmpty();
    }

    @Test
    @Tag("G6")
    void manyTicketsEscalateInOneRoundWhateverNodeTakesThem() {
        escalate(NOW);
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            tickets.add(center.opened());
        }
        clock.set(START.plus(HOUR.multipliedBy(4)));

        assertThat(center.anotherNode().run().count(RunReport.Work.ESCALATED)).isEqualTo(120);
        assertThat(center.run().count(RunReport.Work.ESCALATED)).isZero();
        assertThat(tickets).allSatisfy(ticket -> assertThat(reached(ticket)).containsExactly("now"));
    }

    private void escalate(EscalationLevel... levels) {
        promise(center.defaultQueue(), levels);
    }

    private void promise(QueueId queue, EscalationLevel... levels) {
        center.admin()
                .saveServiceLevel(
                        queue,
                        ServiceLevel.of(AnswerTarget.always("four hours", HOUR.multipliedBy(4)))
                                .withEscalations(levels));
    }

    private void at(Instant instant) {
        clock.set(instant);
        center.run();
    }

    private String comesAt(TicketId ticket) {
        return john.ticket(ticket)
                .due()
                .orElseThrow()
                .escalatesAt()
                .orElseThrow()
                .toString();
    }

    private List<String> reached(TicketId ticket) {
        return told(ticket).stream()
                .filter(EscalationReached.class::isInstance)
                .map(event -> ((EscalationReached) event).level())
                .toList();
    }

    private List<TicketEvent> told(TicketId ticket) {
        return anna.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(line -> ((ConversationItem.SystemLine) line).event())
                .toList();
    }
}
