// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJob.State;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.event.TicketEvent.StatusChanged;
import dev.troubletickets.event.TicketEvent.TagsChanged;
import dev.troubletickets.event.TicketEvent.TicketAssigned;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.RunReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Acting on a selection of tickets (C5): each as by the method for one, each with its outcome. */
class BulkActionsTest extends BehaviourTest {
    @Test
    @org.junit.jupiter.api.Tag("C5")
    void everyActionDoesToEachTicketWhatTheMethodForOneDoes() {
        QueueId billing = center.queue("Billing", Cast.JOHN);
        List<TicketId> tickets = opened(3);

        assertThat(done(BulkAction.assign(Cast.KATE), tickets)).isEqualTo(3);
        tickets.forEach(id -> assertThat(center.events(id)).contains(new TicketAssigned(Optional.empty(), Cast.KATE)));

        assertThat(done(BulkAction.release(), tickets)).isEqualTo(3);
        assertThat(done(BulkAction.tag("VIP", "mail"), tickets)).isEqualTo(3);
        assertThat(done(BulkAction.untag("vip"), tickets)).isEqualTo(3);
        tickets.forEach(
                id -> assertThat(center.events(id)).last().isEqualTo(new TagsChanged(Set.of(), Set.of(Tag.of("vip")))));

        assertThat(done(BulkAction.move(billing), tickets)).isEqualTo(3);
        tickets.forEach(id -> {
            assertThat(center.kept(id).state().queue()).isEqualTo(billing);
            assertThat(center.events(id)).last().isInstanceOf(FieldChanged.class);
        });

        assertThat(done(BulkAction.close(), tickets)).isEqualTo(3);
        tickets.forEach(id -> {
            assertThat(center.kept(id).state().status()).isEqualTo(Status.CLOSED);
            assertThat(center.events(id)).last().isInstanceOf(StatusChanged.class);
        });

        center.admin().give(Cast.JOHN, Permission.DELETE);
        assertThat(done(BulkAction.delete(), tickets)).isEqualTo(3);
        assertThat(center.audit("deleted ticket")).hasSize(3);
    }

    @Test
    @org.junit.jupiter.api.Tag("C5")
    void oneRefusalDoesNotStopTheRestAndEachTicketsOutcomeIsTold() {
        center.settings(s -> s.withTakeOverBeforeClosing(true));
        QueueId secret = center.queue("Secret");
        TicketId first = center.taken();
        TicketId unassigned = center.opened();
        TicketId hidden = center.opened();
        anna.change(hidden, dev.troubletickets.command.Edit.queue(secret));
        TicketId last = center.taken();
        TicketId never = TicketId.of(last.value() + 1000);

        BulkJob job = run(BulkAction.close(), Set.of(first, unassigned, hidden, last, never));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(outcomes(job.id()))
                .containsExactly(
                        BulkOutcome.of(first, Result.DONE),
                        BulkOutcome.refused(unassigned, Refusal.TAKE_OVER_FIRST),
                        BulkOutcome.of(hidden, Result.NOT_FOUND),
                        BulkOutcome.of(last, Result.DONE),
                        BulkOutcome.of(never, Result.NOT_FOUND));
        assertThat(center.kept(hidden).state().status()).isEqualTo(Status.NEW);
        assertThat(center.kept(last).state().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    @org.junit.jupiter.api.Tag("C5")
    void whatIsRefusedLeavesNoTraceInTheTicket() {
        TicketId free = center.opened();
        TicketId locked = center.opened();
        kate.pickUp(locked);
        long version = center.kept(locked).version();
        center.admin().give(Cast.JOHN, Permission.DELETE);

        BulkJob job = run(BulkAction.delete(), Set.of(free, locked));

        assertThat(outcomes(job.id()))
                .containsExactly(BulkOutcome.of(free, Result.DONE), BulkOutcome.refused(locked, Refusal.LOCKED));
        assertThat(center.kept(locked).version()).isEqualTo(version);
    }

    @Test
    @org.junit.jupiter.api.Tag("C5")
    void aTicketThatCannotTakeItIsToldWithWhatWasWrong() {
        TicketId full = center.opened();
        TicketId other = center.opened();
        john.change(
                full,
                dev.troubletickets.command.Edit.addTags(
                        IntStream.range(0, 20).mapToObj(i -> "t" + i).toArray(String[]::new)));

        BulkJob job = run(BulkAction.tag("more"), Set.of(full, other));

        assertThat(outcomes(job.id()))
                .containsExactly(BulkOutcome.invalid(full, "tags"), BulkOutcome.of(other, Result.DONE));
        assertThat(john.bulk()
                        .outcomes(job.id(), Optional.of(Result.INVALID), Optional.empty())
                        .outcomes())
                .containsExactly(BulkOutcome.invalid(full, "tags"));
        assertThat(center.kept(full).header().tags()).hasSize(20);
    }

    @Test
    @org.junit.jupiter.api.Tag("C5")
    void theMethodsMailsAndWarningsComeWithIt() {
        List<TicketId> tickets = opened(2);
        center.sent();
        center.mail().forgetSent();
        run(BulkAction.close(), Set.copyOf(tickets));
        int many = center.sent().size();
        center.mail().forgetSent();
        TicketId one = center.opened();
        center.sent();
        center.mail().forgetSent();
        john.close(one);

        assertThat(many).isEqualTo(2 * center.sent().size());
    }

    @Test
    @org.junit.jupiter.api.Tag("C5")
    void nothingIsDoneBeforeTheBackgroundComesToIt() {
        TicketId ticket = center.opened();
        BulkJobId job = john.bulk().start(Set.of(ticket), BulkAction.close());

        assertThat(john.bulk().state(job).state()).isEqualTo(State.WORKING);
        assertThat(john.bulk().state(job).settled()).isZero();
        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.NEW);

        RunReport report = center.run();
        assertThat(report.count(RunReport.Work.ACTED_ON)).isEqualTo(1);
        assertThat(center.run().count(RunReport.Work.ACTED_ON)).isZero();
        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    @org.junit.jupiter.api.Tag("C5")
    void whoeverWouldRatherWaitDoesItPartByPart() {
        List<TicketId> tickets = opened(60);
        BulkJobId id = john.bulk().start(Set.copyOf(tickets), BulkAction.tag("x"));

        BulkJob half = john.bulk().work(id);
        assertThat(half.settled()).isEqualTo(50);
        assertThat(half.state()).isEqualTo(State.WORKING);
        BulkJob whole = john.bulk().work(id);
        assertThat(whole.settled()).isEqualTo(60);
        assertThat(whole.state()).isEqualTo(State.DONE);
        assertThat(john.bulk().work(id)).isEqualTo(whole);
    }

    @Test
    @org.junit.jupiter.api.Tag("C5")
    void outcomesAreShownPageByPage() {
        Set<TicketId> ids =
                Set.copyOf(IntStream.rangeClosed(1, 1000).mapToObj(TicketId::of).toList());
        BulkJobId job = john.bulk().start(ids, BulkAction.close());

        var first = john.bulk().outcomes(job, Optional.empty(), Optional.empty());
        var second = john.bulk().outcomes(job, Optional.empty(), first.next());

        assertThat(first.outcomes()).hasSize(500);
        assertThat(second.outcomes()).hasSize(500);
        assertThat(second.next()).isEmpty();
        assertThat(first.outcomes())
                .extracting(BulkOutcome::ticket)
                .doesNotContainAnyElementsOf(
                        second.outcomes().stream().map(BulkOutcome::ticket).toList());
    }

    private List<TicketId> opened(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> jane.open(NewTicket.of("Ticket " + i, "Help!")))
                .toList();
    }

    private long done(BulkAction action, List<TicketId> tickets) {
        return run(action, Set.copyOf(tickets)).count(Result.DONE);
    }

    private BulkJob run(BulkAction action, Set<TicketId> tickets) {
        BulkJobId job = john.bulk().start(tickets, action);
        center.run();
        return john.bulk().state(job);
    }

    private List<BulkOutcome> outcomes(BulkJobId job) {
        return john.bulk().outcomes(job, Optional.empty(), Optional.empty()).outcomes();
    }
}
