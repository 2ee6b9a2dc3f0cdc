// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Split.Part;
import dev.troubletickets.event.TicketEvent.OperationUndone;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.CustomerTicketRow;
import dev.troubletickets.view.SplitReport;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.UndoReport;
import dev.troubletickets.view.UndoReport.Left;
import dev.troubletickets.view.UndoReport.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A split can be taken back: what is still in the parts is read in the ticket again, and what is not is named (A4, G2). */
@Tag("A4")
@Tag("G2")
class UndoSplitTest extends SplitScene {
    private SplitReport report;
    private TicketId part;
    private Instant asked;

    @BeforeEach
    void split() {
        asked = center.kept(source).state().waitingSince();
        report = splitSite();
        part = part(report);
        minute();
    }

    private UndoReport undo() {
        return john.linking().undo(report.operation());
    }

    @Test
    void theTicketIsAsBefore() {
        UndoReport undone = undo();

        assertThat(undone.left()).isEmpty();
        assertThat(staffs(source))
                .containsExactly(
                        "All my mail bounces.",
                        "Mail is fixed.",
                        "My site is down, too.",
                        "the site is on the old server");
        StaffTicketRow row = john.ticket(source).header();
        assertThat(row.status()).isEqualTo(Status.OPEN);
        assertThat(center.kept(source).state().waitingSince()).isEqualTo(asked);
        assertThat(row.lastMessageAt()).isEqualTo(asked);
        assertThat(row.assignee()).contains(Cast.JOHN);
    }

    @Test
    void thePartsNumberLeadsToTheTicketForEver() {
        undo();

        assertThat(john.ticket(part).id()).isEqualTo(source);
        assertThat(jane.ticket(part).id()).isEqualTo(source);
        assertThat(jane.tickets(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::id)
                .containsExactly(source);
        assertThat(john.dashboard().assigned().tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(source);
        assertThat(jane.reply(part, Reply.of("Hello?"))).isEqualTo(source);
        assertThat(janes(source)).endsWith("Hello?");
    }

    @Test
    @Tag("A15")
    void bothHistoriesTellOfIt() {
        undo();

        assertThat(center.events(source))
                .contains(
                        new OperationUndone(report.operation(), Set.of(part)),
                        new OperationUndone(report.operation(), Set.of(source)));
    }

    @Test
    void itIsDoneOnce() {
        undo();

        Expect.in(center).refused(Refusal.UNDONE_ALREADY, this::undo);
        assertThat(john.ticket(source).operations()).isEmpty();
        Expect.in(center).notFound("operation", () -> john.linking().undo(new OperationId(part, 1)));
    }

    @Test
    void whereWordsWereSaidSinceThePartStaysWithThem() {
        john.answer(part, Answer.of("The site is up.").keepOpen());
        minute();
        john.note(part, "that was easy");

        UndoReport undone = undo();

        assertThat(undone.left())
                .containsExactly(
                        new Left(Reason.LATER_WORDS, part, Optional.of(MessageId.publicMessage(part, 1))),
                        new Left(Reason.LATER_WORDS, part, Optional.of(MessageId.note(part, 1))));
        assertThat(staffs(part)).containsExactly("The site is up.", "that was easy");
        assertThat(janes(source)).containsExactly("All my mail bounces.", "Mail is fixed.", "My site is down, too.");
        assertThat(center.kept(source).state().isUnanswered())
                .as("it was answered, though elsewhere")
                .isFalse();
        assertThat(center.kept(part).state().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void whoStillWaitsInThePartWaitsInTheTicketForWhatWentBack() {
        jane.reply(part, Reply.of("Hello?"));
        Instant again = clock.instant();

        undo();

        assertThat(center.kept(source).state().waitingSince()).isEqualTo(asked);
        assertThat(center.kept(source).state().status()).isEqualTo(Status.OPEN);
        assertThat(center.kept(part).state().waitingSince()).isEqualTo(again);
        assertThat(janes(part)).containsExactly("Hello?");
    }

    @Test
    void notesWrittenSinceComeAlong() {
        john.note(part, "she has phoned");

        assertThat(undo().left()).isEmpty();
        assertThat(staffs(source)).endsWith("the site is on the old server", "she has phoned");
        assertThat(janes(source)).hasSize(3);
    }

    @Test
    void whatIsGoneIsNamed() {
        anna.delete(part);

        assertThat(undo().left()).containsExactly(new Left(Reason.DELETED, part, Optional.empty()));
        assertThat(janes(source)).containsExactly("All my mail bounces.", "Mail is fixed.");
        assertThat(center.kept(source).state().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void aPartThatWasClosedComesBackClosed() {
        john.close(part);

        UndoReport undone = undo();

        assertThat(undone.left()).containsExactly(new Left(Reason.MOVED_ON, part, Optional.empty()));
        assertThat(janes(source)).hasSize(3);
        assertThat(center.kept(source).state().isUnanswered()).isFalse();
        assertThat(center.kept(source).state().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void aTicketThatHasGoneOnTakesInWhatComesBack() {
        jane.reply(source, Reply.of("Mail bounces again."));
        john.answer(source, Answer.of("Now it works.").keepOpen());

        UndoReport undone = undo();

        assertThat(undone.left()).containsExactly(new Left(Reason.MOVED_ON, source, Optional.empty()));
        assertThat(janes(source))
                .containsExactly(
                        "All my mail bounces.",
                        "Mail is fixed.",
                        "My site is down, too.",
                        "Mail bounces again.",
                        "Now it works.");
        assertThat(center.kept(source).state().waitingSince()).isEqualTo(asked);
        assertThat(center.kept(source).state().status()).isEqualTo(Status.OPEN);
    }

    @Test
    @Tag("A12")
    void aPartThatWasMergedElsewhereStaysThere() {
        TicketId other = jane.open(NewTicket.of("All down", "All is down."));
        anna.linking().merge(part, other);

        assertThat(undo().left()).containsExactly(new Left(Reason.MOVED_ON, part, Optional.empty()));
        assertThat(janes(other)).containsExactly("My site is down, too.", "All is down.");
        assertThat(janes(source)).containsExactly("All my mail bounces.", "Mail is fixed.");
    }

    @Test
    @Tag("A12")
    void aPartThatTookInAnotherTicketStays() {
        TicketId other = jane.open(NewTicket.of("All down", "All is down."));
        anna.linking().merge(other, part);

        assertThat(undo().left()).containsExactly(new Left(Reason.MOVED_ON, part, Optional.empty()));
        assertThat(janes(part)).containsExactly("My site is down, too.", "All is down.");
    }

    @Test
    void aPartOfAnotherCustomerByNowStaysTheirs() {
        john.change(part, Edit.account(AccountId.of("mary")));

        assertThat(undo().left()).containsExactly(new Left(Reason.MOVED_ON, part, Optional.empty()));
        assertThat(mary.ticket(part).messages()).hasSize(1);
        assertThat(janes(source)).hasSize(2);
    }

    @Test
    @Tag("G9")
    void aPartForWhichSomethingIsScheduledStays() {
        john.scheduling().at(clock.instant().plus(Duration.ofDays(1)), part, ScheduledAction.close());

        assertThat(undo().left()).containsExactly(new Left(Reason.MOVED_ON, part, Optional.empty()));
        assertThat(janes(part)).hasSize(1);
    }

    @Test
    @Tag("B6")
    void whileAColleagueIsAtWorkOnThePartItIsRefused() {
        anna.assign(part, Cast.KATE);
        kate.composing().lock(part);

        Expect.in(center).failure(LockedByAnother.class, this::undo);
    }

    @Test
    void ofSeveralPartsThoseThatCanComeBackDo() {
        undo();
        jane.reply(source, Reply.of("And what do I owe you?"));
        SplitReport two = john.linking()
                .split(source, Split.into(Part.of("Site", word(3), note(1)), Part.of("Invoice", word(4))));
        anna.delete(two.tickets().get(1));

        UndoReport undone = john.linking().undo(two.operation());

        assertThat(undone.left())
                .containsExactly(new Left(Reason.DELETED, two.tickets().get(1), Optional.empty()));
        assertThat(janes(source)).containsExactly("All my mail bounces.", "Mail is fixed.", "My site is down, too.");
        assertThat(center.kept(source).state().waitingSince()).isEqualTo(asked);
    }

    @Test
    void splitsOfPartsAreUndoneInAnyOrder() {
        jane.reply(part, Reply.of("And what do I owe you?"));
        minute();
        SplitReport second =
                john.linking().split(part, Split.into(Part.of("Invoice", MessageId.publicMessage(part, 1))));

        assertThat(undo().left()).isEmpty();
        assertThat(janes(source)).hasSize(3);
        assertThat(janes(part(second))).containsExactly("And what do I owe you?");
        john.linking().undo(second.operation());

        assertThat(john.ticket(part(second)).id()).isEqualTo(source);
        assertThat(janes(source))
                .containsExactly(
                        "All my mail bounces.", "Mail is fixed.", "My site is down, too.", "And what do I owe you?");
        assertThat(center.kept(source).state().isUnanswered()).isTrue();
    }

    @Test
    @Tag("A12")
    void whereTheTicketWasMergedSinceItsCustomerWaitsInWhatItWasMergedInto() {
        TicketId other = jane.open(NewTicket.of("All down", "All is down."));
        john.pickUp(other);
        john.answer(other, Answer.of("All is up.").keepOpen());
        OperationId merge = anna.linking().merge(source, other);
        center.admin().give(Cast.JOHN, Permission.MERGE);

        undo();

        assertThat(janes(other)).contains("My site is down, too.", "All is up.");
        assertThat(center.kept(other).state().waitingSince()).isEqualTo(asked);
        john.linking().undo(merge);
        assertThat(center.kept(source).state().waitingSince()).isEqualTo(asked);
        assertThat(janes(source)).hasSize(3);
    }

    @Test
    @Tag("A17")
    void whatWasReadStaysRead() {
        kate.ticket(source);
        kate.ticket(part);
        jane.ticket(source);
        jane.ticket(part);

        undo();

        assertThat(kate.quickSearch(source.toString(), Optional.empty()).tickets())
                .allMatch(row -> !row.marks().unread());
        assertThat(jane.unread()).isZero();
    }

    @Test
    @Tag("A11")
    void deletedTheTicketTakesItsReturnedPartsAlong() {
        undo();

        anna.delete(source);

        Expect.in(center).notFound("ticket", () -> jane.ticket(source));
        Expect.in(center).notFound("ticket", () -> jane.ticket(part));
        assertThat(List.copyOf(jane.tickets(Optional.empty()).tickets())).isEmpty();
    }
}
