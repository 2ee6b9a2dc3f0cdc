// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Upload;
import dev.troubletickets.event.TicketEvent.ActionDropped;
import dev.troubletickets.event.TicketEvent.ActionRefused;
import dev.troubletickets.event.TicketEvent.AnswerTargetMet;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Scheduled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens to a ticket while an answer to it is held (G8). */
@Tag("G8")
class UndoSendMeanwhileTest extends BehaviourTest {
    private static final Duration UNDO = Duration.ofMinutes(10);

    private TicketId ticket;

    @BeforeEach
    void aTicketAndTenMinutes() {
        center.settings(s -> s.withUndoSend(UNDO));
        ticket = center.taken();
        center.after(Duration.ofMinutes(1));
    }

    @Test
    void theCustomersWordKeepsNoAnswerFromLeavingAndWaitsForTheNext() {
        john.answer(ticket, Answer.of("Fixed.").andClose());
        center.after(Duration.ofMinutes(1));
        jane.reply(ticket, Reply.of("And my other mailbox?"));
        Instant asked = clock.instant();
        after(UNDO);

        assertThat(jane.ticket(ticket).messages())
                .extracting(ConversationItem.Message::text)
                .endsWith("And my other mailbox?", "Fixed.");
        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.OPEN);
        assertThat(center.kept(ticket).state().waitingSince()).isEqualTo(asked);
        assertThat(center.kept(ticket).state().assigned()).contains(Cast.JOHN);
        assertThat(center.events(ticket)).noneMatch(ActionDropped.class::isInstance);
        john.answer(ticket, Answer.of("That one, too."));
        after(UNDO);
        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("B4")
    void alsoWhereThatWordTakesTheTicketFromItsAuthor() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        john.answer(ticket, Answer.of("I am looking."));
        after(UNDO);
        john.answer(ticket, Answer.of("Fixed."));
        center.after(Duration.ofMinutes(1));
        jane.reply(ticket, Reply.of("Hello?"));
        assertThat(center.kept(ticket).state().assigned()).isEmpty();
        after(UNDO);

        assertThat(jane.ticket(ticket).messages())
                .extracting(ConversationItem.Message::text)
                .endsWith("Hello?", "Fixed.");
        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.OPEN);
        assertThat(center.kept(ticket).state().assigned()).isEmpty();
    }

    @Test
    void aWordFromBeforeItWasGivenIsAnsweredByIt() {
        jane.reply(ticket, Reply.of("Any news?"));
        center.after(Duration.ofSeconds(1));
        john.answer(ticket, Answer.of("Fixed."));
        after(UNDO);

        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void whatOthersDoToTheTicketIsNoReasonEither() {
        john.answer(ticket, Answer.of("Fixed.").keepOpen());
        center.after(Duration.ofSeconds(1));
        john.hold(ticket);
        kate.note(ticket, "By the way …");
        john.close(ticket);
        after(UNDO);

        assertThat(jane.ticket(ticket).messages()).hasSize(2);
        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    @Tag("B6")
    void norIsAColleaguesLock() {
        john.answer(ticket, Answer.of("Fixed."));
        kate.composing().lock(ticket);
        after(UNDO);

        assertThat(jane.ticket(ticket).messages()).hasSize(2);
    }

    @Test
    void whatWasAllowedWhenItWasGivenIsAllowed() {
        byte[] file = "a log".getBytes(StandardCharsets.UTF_8);
        john.answer(ticket, Answer.of("Fixed.").attach(Upload.of("log", "text/plain", file)));
        center.settings(s -> s.withLimits(new Limits(1, 1, 1, 1)).withUndoSend(Duration.ZERO));
        after(UNDO);

        assertThat(jane.ticket(ticket).messages().get(1).attachments()).hasSize(1);
    }

    @Test
    @Tag("E3")
    void aPermissionLostMeanwhileRefusesItAndNothingIsLost() {
        ScheduledId held = john.answer(ticket, Answer.of("Fixed.")).orElseThrow();
        center.admin().take(Cast.JOHN, Permission.ANSWER);
        after(UNDO);
        after(Duration.ofDays(1));

        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        assertThat(refused()).isEqualTo(Refusal.PERMISSION_MISSING.message());
        assertThat(center.events(ticket))
                .filteredOn(ActionRefused.class::isInstance)
                .hasSize(1);
        assertThat(john.scheduling().takeBack(held).text()).isEqualTo("Fixed.");
        assertThat(center.kept(ticket).scheduled()).isZero();
    }

    @Test
    @Tag("B3")
    void aTicketThatIsSomebodyElsesByHandRefusesIt() {
        ScheduledId held = john.answer(ticket, Answer.of("Fixed.")).orElseThrow();
        anna.assign(ticket, Cast.KATE);
        after(UNDO);

        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        assertThat(refused()).isEqualTo(Refusal.NOT_ASSIGNEE.message());
        john.scheduling().cancel(held);
        assertThat(john.ticket(ticket).scheduled()).isEmpty();
    }

    @Test
    @Tag("A12")
    void itGoesToTheTicketThatItsTicketWasMergedInto() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        TicketId target = center.taken();
        ScheduledId held = john.answer(ticket, Answer.of("Fixed.")).orElseThrow();
        ScheduledId second =
                john.answer(ticket, Answer.of("Wrong.").note("Really?")).orElseThrow();
        john.linking().merge(ticket, target);
        assertThat(john.scheduling().takeBack(second).note()).contains("Really?");
        after(UNDO);

        assertThat(jane.ticket(target).messages())
                .extracting(ConversationItem.Message::text)
                .contains("Fixed.");
        Expect.in(center).notFound("action", () -> john.scheduling().takeBack(held));
    }

    @Test
    @Tag("G10")
    void aGuestsIsHeldTooAndIsTheirsToTakeBackAsLongAsTheySeeIt() {
        var hidden = center.queue("Hidden", Cast.KATE);
        TicketId kates = center.opened();
        kate.change(kates, Edit.queue(hidden));
        kate.pickUp(kates);
        kate.composing().unblock(kates);
        kate.collaborating().invite(kates, Cast.JOHN, CollaboratorRight.ANSWER);
        ScheduledId held = john.answer(kates, Answer.of("Fixed.")).orElseThrow();
        ScheduledId other = john.answer(kates, Answer.of("Wrong.")).orElseThrow();
        kate.collaborating().invite(kates, Cast.JOHN, CollaboratorRight.READ);
        assertThat(john.ticket(kates).scheduled())
                .extracting(Scheduled::cancellable)
                .containsOnly(true);
        john.scheduling().takeBack(other);
        kate.collaborating().invite(kates, Cast.JOHN, CollaboratorRight.ANSWER);
        after(UNDO);

        assertThat(jane.ticket(kates).messages())
                .extracting(ConversationItem.Message::text)
                .endsWith("Fixed.");
        Expect.in(center).notFound("action", () -> john.scheduling().takeBack(held));
    }

    @Test
    @Tag("G9")
    void anAnswerAtATimeThatIsDroppedStaysWithTheReason() {
        Instant later = clock.instant().plus(Duration.ofDays(1));
        byte[] file = "a log".getBytes(StandardCharsets.UTF_8);
        ScheduledId answer = john.scheduling()
                .answerAt(
                        later,
                        ticket,
                        Answer.of("Does it work?").note("Ask").attach(Upload.of("log", "text/plain", file)));
        ScheduledId close =
                john.scheduling().at(later, ticket, ScheduledAction.close().unlessCustomerActs());
        jane.reply(ticket, Reply.of("It works."));
        clock.set(later);
        after(Duration.ofDays(1));

        assertThat(john.ticket(ticket).scheduled()).extracting(Scheduled::id).containsExactly(answer);
        assertThat(refused()).isEqualTo("the customer has written meanwhile");
        assertThat(center.events(ticket))
                .contains(
                        new ActionDropped(
                                answer.number(), ScheduledAction.Kind.ANSWER, ScheduledAction.DroppedBy.CUSTOMER),
                        new ActionDropped(
                                close.number(), ScheduledAction.Kind.CLOSE, ScheduledAction.DroppedBy.CUSTOMER));
        assertThat(jane.ticket(ticket).messages()).hasSize(2);
        Answer back = john.scheduling().takeBack(answer);
        assertThat(back.note()).contains("Ask");
        assertThat(back.attachments()).hasSize(1);
        assertThat(center.kept(ticket).scheduled()).isZero();
    }

    @Test
    @Tag("G9")
    void anAnswerAtATimeLeavesWhole() {
        center.settings(s -> s.withUndoSend(Duration.ZERO));
        Instant later = clock.instant().plus(Duration.ofDays(1));
        byte[] file = "a log".getBytes(StandardCharsets.UTF_8);
        john.scheduling()
                .answerAt(
                        later,
                        ticket,
                        Answer.of("It works by now.")
                                .cc("boss@example.net")
                                .note("Ask")
                                .attach(Upload.of("log", "text/plain", file))
                                .keepOpen());
        clock.set(later);
        after(Duration.ZERO);

        assertThat(jane.ticket(ticket).messages().get(1).attachments()).hasSize(1);
        assertThat(john.ticket(ticket).messages())
                .extracting(ConversationItem.Message::text)
                .contains("Ask");
        assertThat(john.ticket(ticket).cc()).hasSize(1);
        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    @Tag("G9")
    void anAnswerAtATimeIsHeldAgainstTheLimitsAtOnce() {
        Instant later = clock.instant().plus(Duration.ofDays(1));
        Expect expect = Expect.in(center);
        expect.invalid("time", () -> john.scheduling().answerAt(clock.instant(), ticket, Answer.of("Hi")));
        center.settings(s -> s.withLimits(new Limits(10, 1, 5, 1)));
        for (Answer answer : List.of(Answer.of("a".repeat(11)), Answer.of("a").note("a".repeat(11)))) {
            expect.overLimit("textCharacters", () -> john.scheduling().answerAt(later, ticket, answer));
        }
        Upload large = Upload.of("b", "text/plain", new byte[6]);
        expect.overLimit(
                "attachmentBytes",
                () -> john.scheduling().answerAt(later, ticket, Answer.of("a").attach(large)));
        expect.overLimit(
                "cc",
                () -> john.scheduling()
                        .answerAt(
                                later,
                                ticket,
                                Answer.of("a").cc("a@example.net").cc("b@example.net")));
        expect.refused(
                Refusal.PROFILE_MISSING, () -> center.nick().scheduling().answerAt(later, ticket, Answer.of("Hi")));
        center.admin().take(Cast.JOHN, Permission.ANSWER);
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.scheduling().answerAt(later, ticket, Answer.of("Hi")));
    }

    @Test
    @Tag("B9")
    void theAnswerIsInTimeAndTheWordThatCrossedItHasATimeOfItsOwn() {
        ServiceLevel level = ServiceLevel.of(AnswerTarget.always("everybody", Duration.ofHours(1)));
        center.admin().saveServiceLevel(center.defaultQueue(), level);
        TicketId timed = jane.open(NewTicket.of("Slow", "It is slow."));
        john.pickUp(timed);
        center.after(Duration.ofMinutes(1));
        john.answer(timed, Answer.of("Fixed."));
        center.after(Duration.ofMinutes(1));
        jane.reply(timed, Reply.of("And the other?"));
        Instant asked = clock.instant();
        after(UNDO);

        assertThat(center.events(timed)).anyMatch(AnswerTargetMet.class::isInstance);
        assertThat(center.kept(timed).clock().due()).isEqualTo(asked.plus(Duration.ofHours(1)));
    }

    private String refused() {
        return john.ticket(ticket).scheduled().get(0).refused().orElseThrow();
    }

    private void after(Duration time) {
        center.after(time);
        assertThat(center.run().failures()).isZero();
    }
}
