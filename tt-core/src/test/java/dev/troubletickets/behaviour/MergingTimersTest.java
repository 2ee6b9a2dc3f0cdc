// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.EscalationLevel;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Draft;
import dev.troubletickets.view.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What runs by itself in a ticket that is merged, and what its technicians had begun (A12). */
@Tag("A12")
class MergingTimersTest extends BehaviourTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private TicketId target;
    private TicketId source;

    @BeforeEach
    void twoTickets() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
    }

    @Test
    @Tag("B9")
    void whoWaitsInTheSourceHasWaitedInTheTarget() {
        promise();
        sourceBeforeTarget();
        john.answer(target, Answer.of("Fixed."));

        john.linking().merge(source, target);

        assertThat(due(target)).contains(TestCenter.START.plus(HOUR.multipliedBy(4)));
    }

    @Test
    @Tag("B9")
    void whereBothWaitTheEarlierWaitCounts() {
        promise();
        sourceBeforeTarget();
        Optional<Instant> before = due(target);

        var merge = john.linking().merge(source, target);

        assertThat(before).contains(TestCenter.START.plus(HOUR.multipliedBy(5)));
        assertThat(due(target)).contains(TestCenter.START.plus(HOUR.multipliedBy(4)));
        john.linking().undo(merge);
        assertThat(due(target)).isEqualTo(before);
        assertThat(due(source)).contains(TestCenter.START.plus(HOUR.multipliedBy(4)));
    }

    @Test
    @Tag("B9")
    void whereTheTargetWaitsLongerNothingChanges() {
        promise();
        targetBeforeSource();

        john.linking().merge(source, target);

        assertThat(due(target)).contains(TestCenter.START.plus(HOUR.multipliedBy(4)));
    }

    @Test
    @Tag("G6")
    void onlyTheTargetEscalates() {
        promise();
        targetBeforeSource();
        john.linking().merge(source, target);
        center.after(Duration.ofDays(1));

        assertThat(center.run().count(RunReport.Work.ESCALATED)).isEqualTo(1);

        assertThat(center.kept(target).state().priority().value()).isEqualTo(80);
        assertThat(center.kept(source).state().priority().value()).isEqualTo(50);
    }

    @Test
    @Tag("A14")
    void aSnoozedSourceSleepsOnAndWakesOnceItIsBack() {
        targetBeforeSource();
        john.snooze(source, clock.instant().plus(HOUR));
        var merge = john.linking().merge(source, target);
        center.after(HOUR.multipliedBy(2));
        assertThat(center.run().count(RunReport.Work.WOKEN)).isZero();
        assertThat(john.ticket(target).snoozedUntil()).isEmpty();

        john.linking().undo(merge);

        assertThat(center.run().count(RunReport.Work.WOKEN)).isEqualTo(1);
        assertThat(john.ticket(source).snoozedUntil()).isEmpty();
    }

    @Test
    @Tag("A10")
    void theTargetsOwnTimeToCloseGoesOnIfNobodyWaits() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(3)));
        targetBeforeSource();
        john.answer(source, Answer.of("Fixed."));
        center.after(HOUR);
        john.answer(target, Answer.of("Fixed."));
        center.run();
        Optional<Instant> closes = john.ticket(target).autoCloseAt();

        john.linking().merge(source, target);

        assertThat(closes).contains(clock.instant().plus(Duration.ofDays(3)));
        assertThat(john.ticket(target).autoCloseAt()).isEqualTo(closes);
        center.after(Duration.ofDays(3));
        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    @Tag("G7")
    @Tag("B6")
    void draftsAreShownInTheTargetAndOnesOwnLockEnds() {
        targetBeforeSource();
        kate.composing().saveDraft(source, "I think …");
        john.composing().lock(source);

        john.linking().merge(source, target);

        assertThat(john.ticket(target).drafts()).extracting(Draft::text).containsExactly("I think …");
        assertThat(center.kept(source).lock()).isNull();
    }

    private void promise() {
        center.admin()
                .saveServiceLevel(
                        center.defaultQueue(),
                        ServiceLevel.of(AnswerTarget.always("all", HOUR.multipliedBy(4)))
                                .withEscalations(
                                        EscalationLevel.after(HOUR, "late").withPriority(80)));
    }

    private void sourceBeforeTarget() {
        source = center.taken();
        center.after(HOUR);
        target = center.taken();
        center.after(HOUR);
    }

    private void targetBeforeSource() {
        target = center.taken();
        center.after(HOUR);
        source = center.taken();
        center.after(HOUR);
    }

    private Optional<Instant> due(TicketId ticket) {
        return john.ticket(ticket).header().waiting().flatMap(dev.troubletickets.view.Waiting::due);
    }
}
