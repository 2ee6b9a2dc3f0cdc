// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.TicketUnblocked;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Draft;
import dev.troubletickets.view.Onlooker;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One writes, the others see it and wait (B6); presence and drafts (G7). */
class ComposingTest extends BehaviourTest {
    private static final Lock JOHNS = new Lock(Cast.JOHN, TestCenter.START.plus(Duration.ofMinutes(15)));

    @Test
    @Tag("B6")
    void pickingUpLocksTheTicketForAWhile() {
        TicketId ticket = center.taken();

        assertThat(kate.ticket(ticket).lock()).contains(JOHNS);
        assertThat(kate.quickSearch(ticket.toString(), Optional.empty())
                        .tickets()
                        .get(0)
                        .marks()
                        .lockedBy())
                .contains(Cast.JOHN);
        center.after(Duration.ofMinutes(15));
        assertThat(kate.ticket(ticket).lock()).isEmpty();
    }

    @Test
    @Tag("B6")
    void whileOneComposesTheOthersDoAllButReply() {
        TicketId ticket = center.opened();
        assertThat(john.composing().lock(ticket)).isEqualTo(JOHNS);

        locked(() -> kate.pickUp(ticket));
        locked(() -> kate.composing().lock(ticket));
        locked(() -> anna.delete(ticket));
        assertThat(kate.ticket(ticket).actions().whyNot(Action.PICK_UP)).contains(Refusal.LOCKED);

        kate.note(ticket, "Seen.");
        kate.change(ticket, Edit.priority(80));
        kate.hold(ticket);
        jane.reply(ticket, Reply.of("Hello?"));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Here."));
    }

    @Test
    @Tag("B6")
    void anAssigneeDoesNotAnswerWhileAColleagueHoldsTheLock() {
        TicketId ticket = center.taken();
        john.composing().unblock(ticket);
        kate.composing().lock(ticket);

        locked(() -> john.answer(ticket, Answer.of("Me first.")));
        assertThat(jane.ticket(ticket).messages()).hasSize(1);
    }

    @Test
    @Tag("B6")
    void aLockIsRenewedByItsHolderAndOverByTheClock() {
        TicketId ticket = center.opened();
        john.composing().lock(ticket);
        center.after(Duration.ofMinutes(10));
        john.composing().lock(ticket);
        center.after(Duration.ofMinutes(15).minusNanos(1000));
        locked(() -> kate.pickUp(ticket));

        center.after(Duration.ofNanos(1000));

        kate.pickUp(ticket);
        assertThat(john.ticket(ticket).lock().orElseThrow().holder()).isEqualTo(Cast.KATE);
    }

    @Test
    @Tag("B6")
    void leavingTheFormKeepsItAndOnlyThePermissionEndsIt() {
        TicketId ticket = center.taken();
        john.ticket(ticket);

        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> kate.composing().unblock(ticket));
        assertThat(kate.ticket(ticket).actions().whyNot(Action.UNBLOCK)).contains(Refusal.PERMISSION_MISSING);
        center.admin().give(Cast.KATE, Permission.UNBLOCK);
        assertThat(kate.ticket(ticket).actions().allows(Action.UNBLOCK)).isTrue();
        kate.composing().unblock(ticket);

        assertThat(center.events(ticket)).endsWith(new TicketUnblocked(Cast.JOHN));
        kate.composing().lock(ticket);
        TicketId free = center.opened();
        Expect.in(center).refused(Refusal.NOT_LOCKED, () -> john.composing().unblock(free));
    }

    @Test
    @Tag("B6")
    @Tag("A8")
    void anAnswerEndsTheLockUnlessItKeepsTheTicketOpen() {
        TicketId done = center.taken();
        john.answer(done, Answer.of("Fixed."));
        assertThat(john.ticket(done).lock()).isEmpty();

        TicketId talking = center.taken();
        center.after(Duration.ofMinutes(5));
        john.answer(talking, Answer.of("Which one?").keepOpen());
        assertThat(john.ticket(talking).lock())
                .contains(new Lock(Cast.JOHN, TestCenter.START.plus(Duration.ofMinutes(20))));
    }

    @Test
    @Tag("B6")
    void givingATicketAwayEndsOnesLock() {
        TicketId given = center.taken();
        john.assign(given, Cast.KATE);
        kate.answer(given, Answer.of("Mine now."));

        TicketId takenAway = center.taken();
        anna.assign(takenAway, Cast.KATE);
        locked(() -> kate.answer(takenAway, Answer.of("John is still writing.")));

        TicketId released = center.taken();
        john.release(released);
        kate.pickUp(released);
    }

    @Test
    @Tag("B6")
    void theInstallationSaysHowLongALockLasts() {
        center.settings(s -> s.withLockMinutes(2));
        TicketId ticket = center.taken();
        center.after(Duration.ofMinutes(2));

        assertThat(john.ticket(ticket).lock()).isEmpty();
    }

    @Test
    @Tag("G7")
    void colleaguesSeeWhoLooksAndWhoTypes() {
        TicketId ticket = center.opened();
        assertThat(john.ticket(ticket).onlookers()).isEmpty();
        assertThat(kate.composing().look(ticket, true))
                .extracting(Onlooker::staff, Onlooker::typing)
                .containsExactly(tuple(Cast.JOHN, false));

        assertThat(john.ticket(ticket).onlookers())
                .extracting(Onlooker::name, Onlooker::typing)
                .containsExactly(tuple(kate.profile().orElseThrow().fullName(), true));
        center.after(Duration.ofSeconds(61));
        assertThat(john.ticket(ticket).onlookers()).isEmpty();
    }

    @Test
    @Tag("G7")
    void presenceIsForgottenByAndBy() {
        TicketId ticket = center.opened();
        john.composing().look(ticket, true);
        center.after(Duration.ofHours(2));
        center.run();

        assertThat(center.storage()
                        .<Integer>read(unit -> unit.presence()
                                .seenSince(ticket, TestCenter.START)
                                .size()))
                .isZero();
    }

    @Test
    @Tag("G7")
    void aDraftSurvivesReassigningAndEndsWithItsAuthorsAnswer() {
        TicketId ticket = center.taken();
        john.composing().saveDraft(ticket, "Dear Jane, ");
        john.composing().saveDraft(ticket, "Dear Jane, it is the filter.");
        john.assign(ticket, Cast.KATE);
        kate.composing().saveDraft(ticket, "Hi");

        assertThat(kate.ticket(ticket).drafts())
                .extracting(Draft::author, Draft::text)
                .containsExactly(tuple(Cast.JOHN, "Dear Jane, it is the filter."), tuple(Cast.KATE, "Hi"));
        kate.answer(ticket, Answer.of("It is the filter."));
        assertThat(kate.ticket(ticket).drafts()).extracting(Draft::author).containsExactly(Cast.JOHN);
        john.composing().saveDraft(ticket, "  ");
        assertThat(kate.ticket(ticket).drafts()).isEmpty();
    }

    @Test
    @Tag("G7")
    void neitherLockNorPresenceNorDraftMakesAPageStale() {
        TicketId ticket = center.taken();
        var page = john.ticket(ticket);
        kate.ticket(ticket);
        kate.composing().look(ticket, true);
        kate.composing().saveDraft(ticket, "x");
        john.composing().lock(ticket);

        john.answer(page.seen(), Answer.of("Fixed."));
    }

    @Test
    @Tag("B2")
    void whoDoesNotSeeATicketIsNotAtIt() {
        TicketId ticket = center.opened();
        anna.change(ticket, Edit.queue(center.queue("Billing")));

        Expect.in(center).notFound("ticket", () -> john.composing().lock(ticket));
        Expect.in(center).notFound("ticket", () -> john.composing().unblock(ticket));
        Expect.in(center).notFound("ticket", () -> john.composing().look(ticket, false));
        Expect.in(center).notFound("ticket", () -> john.composing().saveDraft(ticket, "x"));
    }

    @Test
    @Tag("G7")
    void aDraftMayBeAsLongAsAnAnswer() {
        TicketId ticket = center.taken();
        center.settings(s -> s.withLimits(new Limits(10, 2, 12, 5)));

        Expect.in(center).overLimit("textCharacters", () -> john.composing().saveDraft(ticket, "x".repeat(11)));
    }

    private void locked(ThrowingCallable call) {
        LockedByAnother failure = Expect.in(center).failure(LockedByAnother.class, call);
        assertThat(failure.ticket()).isNotNull();
    }
}
