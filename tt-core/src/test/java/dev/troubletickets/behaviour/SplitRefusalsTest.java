// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Split.Part;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.TicketId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What cannot be split off, and by whom (A4); what is refused leaves nothing behind. */
@Tag("A4")
class SplitRefusalsTest extends SplitScene {
    private Expect expect() {
        return Expect.in(center);
    }

    private void split(Part... parts) {
        john.linking().split(source, Split.into(parts));
    }

    @Test
    @Tag("E3")
    void itIsForWhoMaySplit() {
        expect().refused(
                        Refusal.PERMISSION_MISSING,
                        () -> kate.linking().split(source, Split.into(Part.of("Site", word(3)))));
        assertThat(kate.ticket(source).actions().whyNot(Action.SPLIT)).contains(Refusal.PERMISSION_MISSING);
    }

    @Test
    @Tag("B2")
    void itIsForWhoSeesTheTicket() {
        center.admin().give(Cast.KATE, Permission.SPLIT);
        QueueId billing = center.queue("Billing", Cast.JOHN);
        john.change(source, Edit.queue(billing));

        expect().notFound("ticket", () -> kate.linking().split(source, Split.into(Part.of("Site", word(3)))));
        expect().notFound("ticket", () -> kate.linking().split(TicketId.of(999), Split.into(Part.of("Site", word(3)))));
    }

    @Test
    void theFirstMessageStays() {
        expect().invalid("messages", () -> split(Part.of("Mail", word(1))));
        expect().invalid("messages", () -> split(Part.from("Mail", word(1))));
    }

    @Test
    void aMessageGoesToOneTicketAlone() {
        expect().invalid("messages", () -> split(Part.of("Site", word(3), word(3))));
        expect().invalid("messages", () -> split(Part.of("One", word(3)), Part.of("Other", word(3))));
        expect().invalid("messages", () -> split(Part.from("One", word(2)), Part.of("Other", word(3))));
    }

    @Test
    @Tag("A9")
    void notesAloneAreNoTicket() {
        expect().invalid("messages", () -> split(Part.of("Server", note(1))));
    }

    @Test
    void messagesThatAreNotShownThereAreNotFound() {
        TicketId marys = mary.open(NewTicket.of("Hi", "Hi"));
        mary.reply(marys, Reply.of("Hello?"));
        part(splitSite());
        jane.reply(source, Reply.of("Hello?"));

        expect().notFound("message", () -> split(Part.of("Site", word(9))));
        expect().notFound("message", () -> split(Part.of("Site", note(9))));
        expect().notFound("message", () -> split(Part.of("Hers", MessageId.publicMessage(marys, 2))));
        expect().notFound("message", () -> split(Part.of("Gone already", word(3))));
        expect().notFound("message", () -> split(Part.of("One", word(4)), Part.of("None", word(3))));
    }

    @Test
    @Tag("A12")
    void messagesOfMergedTicketsStay() {
        TicketId other = jane.open(NewTicket.of("Again", "Still bouncing."));
        jane.reply(other, Reply.of("Please."));
        anna.linking().merge(other, source);

        expect().refused(Refusal.MERGED_MESSAGES, () -> split(Part.of("Again", MessageId.publicMessage(other, 2))));
        splitSite();
        assertThat(janes(source))
                .containsExactly("All my mail bounces.", "Mail is fixed.", "Still bouncing.", "Please.");
    }

    @Test
    @Tag("A12")
    void theNumberOfAMergedTicketSplitsTheOneItLeadsTo() {
        TicketId other = jane.open(NewTicket.of("Again", "Still bouncing."));
        anna.linking().merge(other, source);

        TicketId part = part(john.linking().split(other, Split.into(Part.of("Site", word(3)))));

        assertThat(janes(part)).containsExactly("My site is down, too.");
    }

    @Test
    void aTicketOfOneMessageIsNotSplit() {
        TicketId ticket = center.opened();

        assertThat(john.ticket(ticket).actions().whyNot(Action.SPLIT)).contains(Refusal.ONE_MESSAGE);
        expect().refused(
                        Refusal.ONE_MESSAGE,
                        () -> john.linking()
                                .split(ticket, Split.into(Part.of("X", MessageId.publicMessage(ticket, 1)))));
    }

    @Test
    @Tag("B6")
    void aColleaguesLockKeepsFromIt() {
        assertThat(john.ticket(source).actions().whyNot(Action.SPLIT)).isEmpty();
        john.composing().lock(source);
        center.admin().give(Cast.KATE, Permission.SPLIT);

        expect().failure(
                        LockedByAnother.class,
                        () -> kate.linking().split(source, Split.into(Part.of("Site", word(3)))));
        assertThat(kate.ticket(source).actions().whyNot(Action.SPLIT)).contains(Refusal.LOCKED);
    }

    @Test
    @Tag("G7")
    void fromAnOldPageItIsRefused() {
        SeenTicket seen = john.ticket(source).seen();
        jane.reply(source, Reply.of("Solved."));

        expect().stale(() -> john.linking().split(seen, Split.into(Part.from("Site", word(3)))));
    }

    @Test
    @Tag("B3")
    void partsAreAssignedUnderTheLawsOfAssigning() {
        expect().invalid("technician", () -> split(Part.of("Site", word(3)).assignedTo(StaffId.of("nobody"))));
        expect().refused(
                        Refusal.ASSIGNEE_WITHOUT_PROFILE,
                        () -> split(Part.of("Site", word(3)).assignedTo(Cast.NICK)));
        expect().invalid("queue", () -> split(Part.of("Site", word(3)).queue(QueueId.of(999))));
        center.admin().take(Cast.JOHN, Permission.ASSIGN_TO_OTHERS);
        expect().refused(
                        Refusal.PERMISSION_MISSING,
                        () -> split(Part.of("Site", word(3)).assignedTo(Cast.KATE)));

        TicketId part = part(john.linking()
                .split(source, Split.into(Part.of("Site", word(3)).assignedTo(Cast.JOHN))));

        assertThat(anna.ticket(part).header().assignee()).contains(Cast.JOHN);
    }

    @Test
    @Tag("B3")
    void aColleaguesTicketGivesPartsInNobodysHandsWhereOneMayNotAssign() {
        anna.assign(source, Cast.KATE);
        center.admin().take(Cast.JOHN, Permission.ASSIGN_TO_OTHERS);

        TicketId part = part(splitSite());

        assertThat(anna.ticket(part).header().assignee()).isEmpty();
        assertThat(anna.ticket(source).header().assignee()).contains(Cast.KATE);
    }

    @Test
    void thereAreNoMoreThanTenPartsAndFiveHundredMessages() {
        List<Part> eleven = Collections.nCopies(11, Part.of("Site", word(3)));
        assertThatThrownBy(() -> new Split(eleven)).isInstanceOf(OverLimit.class);
        for (int i = 0; i < 499; i++) {
            john.note(source, "no. " + i);
        }
        expect().overLimit("messages", () -> split(Part.from("Site", word(3))));
    }

    @Test
    void halfASplitIsNone() {
        assertThatThrownBy(() -> Split.into()).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Part.of("Site")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Part.of(" ", word(3))).isInstanceOf(Invalid.class);
        Part site = Part.of("Site", word(3));
        assertThatThrownBy(() -> new Part(
                        site.subject(),
                        List.of(word(3), word(4)),
                        true,
                        Optional.empty(),
                        Split.Assignment.NOBODY,
                        Optional.empty()))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Part(
                        site.subject(),
                        List.of(word(3)),
                        false,
                        Optional.empty(),
                        Split.Assignment.NAMED,
                        Optional.empty()))
                .isInstanceOf(Invalid.class);
    }
}
