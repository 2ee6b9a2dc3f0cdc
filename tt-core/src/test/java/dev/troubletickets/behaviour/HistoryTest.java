// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.event.TicketEvent.StatusChanged;
import dev.troubletickets.event.TicketEvent.TicketAssigned;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.Actor;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every change is told: who, when, what from, what to (A15). */
class HistoryTest extends BehaviourTest {
    @Test
    @Tag("A15")
    void aTicketsLifeIsTold() {
        TicketId ticket = center.opened();
        center.after(Duration.ofMinutes(1));
        john.pickUp(ticket);
        john.assign(ticket, Cast.KATE);
        kate.note(ticket, "Filter?");
        kate.answer(ticket, Answer.of("Fixed.").cc("boss@jane.example").sticky(true));
        jane.archive(ticket);
        jane.reply(ticket, Reply.of("No."));
        kate.release(ticket);

        assertThat(lines(ticket))
                .extracting(line -> line.event().getClass().getSimpleName(), line -> line.actor())
                .containsExactly(
                        tuple("TicketOpened", Actor.customer(Cast.JANE.id())),
                        tuple("TicketPickedUp", Actor.staff(Cast.JOHN)),
                        tuple("StatusChanged", Actor.staff(Cast.JOHN)),
                        tuple("TicketAssigned", Actor.staff(Cast.JOHN)),
                        tuple("NoteAdded", Actor.staff(Cast.KATE)),
                        tuple("TicketAnswered", Actor.staff(Cast.KATE)),
                        tuple("FieldChanged", Actor.staff(Cast.KATE)),
                        tuple("StatusChanged", Actor.staff(Cast.KATE)),
                        tuple("FieldChanged", Actor.staff(Cast.KATE)),
                        tuple("TicketArchived", Actor.customer(Cast.JANE.id())),
                        tuple("CustomerReplied", Actor.customer(Cast.JANE.id())),
                        tuple("StatusChanged", Actor.customer(Cast.JANE.id())),
                        tuple("TicketReleased", Actor.staff(Cast.KATE)));
        assertThat(lines(ticket).get(0).at()).isEqualTo(TestCenter.START);
        assertThat(lines(ticket).get(1).at()).isEqualTo(TestCenter.START.plusSeconds(60));
    }

    @Test
    @Tag("A15")
    void whatWasAndWhatIsAreBothTold() {
        TicketId ticket = center.taken();
        john.assign(ticket, Cast.KATE);
        kate.close(ticket);

        assertThat(lines(ticket))
                .extracting(ConversationItem.SystemLine::event)
                .contains(
                        new TicketAssigned(Optional.of(Cast.JOHN), Cast.KATE),
                        new StatusChanged(Status.OPEN, Status.CLOSED, Cause.STAFF));
    }

    @Test
    @Tag("A15")
    void customersSeeNoSystemLines() {
        TicketId ticket = center.taken();
        john.close(ticket);

        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        assertThat(john.ticket(ticket).conversation()).hasSize(5);
        assertThat(john.ticket(ticket).messages()).hasSize(1);
    }

    @Test
    @Tag("A15")
    void messagesAndLinesStandInTheOrderTheyCame() {
        TicketId ticket = center.taken();
        jane.reply(ticket, Reply.of("One."));
        john.note(ticket, "Two.");
        john.answer(ticket, Answer.of("Three."));

        assertThat(john.ticket(ticket).conversation())
                .extracting(item -> item instanceof ConversationItem.Message m ? m.text() : "-")
                .containsSubsequence("All my mail bounces.", "-", "One.", "-", "Two.", "-", "Three.");
        assertThat(john.ticket(ticket).conversation())
                .extracting(ConversationItem::at)
                .isSorted();
    }

    private List<ConversationItem.SystemLine> lines(TicketId ticket) {
        return anna.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(ConversationItem.SystemLine.class::cast)
                .toList();
    }
}
