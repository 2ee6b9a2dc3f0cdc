// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.OperationUndone;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.OperationView;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.UndoReport;
import dev.troubletickets.view.UndoReport.Left;
import dev.troubletickets.view.UndoReport.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A merge can be taken back: each ticket has its own again, and what cannot be put back is named (A12, G2). */
@Tag("A12")
@Tag("G2")
class UndoMergeTest extends BehaviourTest {
    private TicketId target;
    private TicketId source;

    @BeforeEach
    void twoTickets() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        target = jane.open(NewTicket.of("Mail bounces", "All my mail bounces."));
        center.after(Duration.ofMinutes(1));
        source = jane.open(NewTicket.of("Again mail", "Still bouncing."));
        center.after(Duration.ofMinutes(1));
    }

    @Test
    void eachStandsByItselfAgain() {
        UndoReport report = john.linking().undo(john.linking().merge(source, target));

        assertThat(report.left()).isEmpty();
        assertThat(texts(target)).containsExactly("All my mail bounces.");
        assertThat(texts(source)).containsExactly("Still bouncing.");
        assertThat(john.dashboard().unassigned().tickets())
                .extracting(StaffTicketRow::id)
                .containsExactlyInAnyOrder(source, target);
        assertThat(jane.ticket(source).id()).isEqualTo(source);
    }

    @Test
    void theTargetStandsAsBefore() {
        john.pickUp(target);
        john.answer(target, Answer.of("Fixed."));
        StaffTicketRow before = john.ticket(target).header();

        john.linking().undo(john.linking().merge(source, target));

        StaffTicketRow after = john.ticket(target).header();
        assertThat(after.status()).isEqualTo(before.status()).isEqualTo(Status.CLOSED);
        assertThat(after.waitingSince()).isEmpty();
        assertThat(after.lastMessageAt()).isEqualTo(before.lastMessageAt());
        assertThat(john.ticket(source).header().isUnanswered()).isTrue();
    }

    @Test
    @Tag("A15")
    void bothHistoriesTellOfIt() {
        OperationId merge = john.linking().merge(source, target);
        john.linking().undo(merge);

        assertThat(events(target)).contains(new OperationUndone(merge, Set.of(source)));
        assertThat(events(source)).contains(new OperationUndone(merge, Set.of(target)));
    }

    @Test
    void whatWasWrittenSinceStaysWhereItWasWrittenAndIsNamed() {
        OperationId merge = john.linking().merge(source, target);
        jane.reply(source, Reply.of("Hello?"));
        john.note(target, "Hm.");

        UndoReport report = john.linking().undo(merge);

        assertThat(report.left())
                .contains(
                        new Left(Reason.LATER_WORDS, target, Optional.of(MessageId.publicMessage(target, 2))),
                        new Left(Reason.LATER_WORDS, target, Optional.of(MessageId.note(target, 1))));
        assertThat(texts(target)).containsExactly("All my mail bounces.", "Hello?", "Hm.");
        assertThat(texts(source)).containsExactly("Still bouncing.");
    }

    @Test
    void whereTheTargetHasGoneOnNobodyWaitsForWhatHasLeft() {
        john.pickUp(target);
        john.answer(target, Answer.of("Fixed.").keepOpen());
        OperationId merge = john.linking().merge(source, target);
        john.hold(target);

        UndoReport report = john.linking().undo(merge);

        assertThat(report.left()).containsExactly(new Left(Reason.MOVED_ON, target, Optional.empty()));
        assertThat(john.ticket(target).header().status()).isEqualTo(Status.ON_HOLD);
        assertThat(john.ticket(target).header().isUnanswered()).isFalse();
    }

    @Test
    @Tag("A8")
    void whoGotCopiesBecauseOfTheMergeGetsNoneAnyMore() {
        john.change(source, Edit.requester("jane@home.example"));
        OperationId merge = john.linking().merge(source, target);
        assertThat(john.ticket(target).cc()).hasSize(1);

        john.linking().undo(merge);

        assertThat(john.ticket(target).cc()).isEmpty();
    }

    @Test
    void itIsOfferedAndDoneOnce() {
        OperationId merge = john.linking().merge(source, target);
        assertThat(john.ticket(target).operations())
                .containsExactly(new OperationView(
                        merge,
                        OperationView.Kind.MERGE,
                        clock.instant(),
                        new dev.troubletickets.people.Actor.Staff(Cast.JOHN)));
        assertThat(john.ticket(target).actions().allows(Action.UNDO)).isTrue();

        john.linking().undo(merge);

        Expect.in(center).refused(Refusal.UNDONE_ALREADY, () -> john.linking().undo(merge));
        assertThat(john.ticket(target).operations()).isEmpty();
        assertThat(john.ticket(target).actions().whyNot(Action.UNDO)).contains(Refusal.NOTHING_TO_UNDO);
    }

    @Test
    @Tag("E3")
    @Tag("B2")
    void itIsForWhoMayMergeAndSeesTheTicket() {
        OperationId merge = john.linking().merge(source, target);

        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> kate.linking().undo(merge));
        assertThat(kate.ticket(target).actions().whyNot(Action.UNDO)).contains(Refusal.PERMISSION_MISSING);
        Expect.in(center).notFound("operation", () -> john.linking().undo(new OperationId(target, 1)));
        QueueId billing = center.queue("Billing", Cast.KATE);
        kate.change(target, Edit.queue(billing));
        Expect.in(center).notFound("operation", () -> john.linking().undo(merge));
    }

    @Test
    void chainsAreTakenApartInAnyOrder() {
        TicketId last = jane.open(NewTicket.of("Third", "Third."));
        OperationId first = john.linking().merge(source, target);
        OperationId second = john.linking().merge(target, last);

        john.linking().undo(first);

        assertThat(texts(source)).containsExactly("Still bouncing.");
        assertThat(texts(target)).containsExactly("All my mail bounces.", "Third.");
        john.linking().undo(second);
        assertThat(texts(target)).containsExactly("All my mail bounces.");
        assertThat(texts(last)).containsExactly("Third.");
    }

    @Test
    void mergedBackTheOtherWayRoundThereIsNoCircle() {
        john.linking().undo(john.linking().merge(source, target));
        john.linking().merge(target, source);

        assertThat(john.ticket(target).id()).isEqualTo(source);
        Expect.in(center).refused(Refusal.ONE_ALREADY, () -> john.linking().merge(source, target));
    }

    @Test
    @Tag("A10")
    void theSourcesTimeToCloseGoesOnWhereItStood() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(3)));
        john.pickUp(source);
        john.answer(source, Answer.of("Fixed."));
        center.after(Duration.ofDays(1));
        OperationId merge = john.linking().merge(source, target);
        center.after(Duration.ofDays(5));
        center.run();

        john.linking().undo(merge);

        assertThat(john.ticket(source).autoCloseAt()).contains(clock.instant().plus(Duration.ofDays(2)));
        assertThat(center.run().closed()).isZero();
        center.after(Duration.ofDays(2));
        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    void whatWasClosedBeforeIsNotClosedAgainForOthersKeptApartInIt() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(3)));
        john.close(target);
        TicketId bobs = center.bob().open(NewTicket.of("My mail, too", "It bounces."));
        john.pickUp(bobs);
        john.answer(bobs, Answer.of("Wait."));
        john.linking().mergeAcrossCustomers(bobs, target);

        john.linking().undo(john.linking().merge(source, target));

        assertThat(center.kept(target).state().status()).isEqualTo(Status.CLOSED);
        assertThat(center.kept(bobs).state().status()).isEqualTo(Status.ANSWERED);
    }

    private List<String> texts(TicketId ticket) {
        return john.ticket(ticket).messages().stream()
                .map(ConversationItem.Message::text)
                .toList();
    }

    private List<Object> events(TicketId ticket) {
        return john.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(item -> (Object) ((ConversationItem.SystemLine) item).event())
                .toList();
    }
}
