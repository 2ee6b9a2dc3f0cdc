// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.MessageEdited;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem.Message;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Staff may correct what staff have said; what it said before is not lost (A16). */
class EditMessageTest extends BehaviourTest {
    private TicketId ticket;
    private MessageId answer;
    private MessageId note;

    @BeforeEach
    void anAnswerAndANote() {
        ticket = center.taken();
        john.answer(
                ticket,
                Answer.of("The password is hunter2.").note("She shuoted.").keepOpen());
        answer = MessageId.publicMessage(ticket, 2);
        note = MessageId.note(ticket, 1);
        center.admin().give(Cast.KATE, Permission.EDIT_MESSAGES);
    }

    @Test
    @Tag("A16")
    void theConversationShowsTheNewTextAndWhenToEveryone() {
        center.after(Duration.ofMinutes(5));

        kate.editMessage(ticket, answer, "The password was changed.");

        Message johns = john.ticket(ticket).messages().get(1);
        Message janes = jane.ticket(ticket).messages().get(1);
        assertThat(List.of(johns.text(), janes.text())).containsOnly("The password was changed.");
        assertThat(List.of(johns.editedAt(), janes.editedAt()))
                .allSatisfy(at -> assertThat(at).contains(TestCenter.START.plus(Duration.ofMinutes(5))));
        assertThat(johns.authorName()).isEqualTo("John Woods");
        assertThat(johns.at()).isEqualTo(TestCenter.START);
        assertThat(john.quote(answer)).isEqualToIgnoringNewLines("> The password was changed.");
        assertThat(john.ticket(ticket).messages().get(0).editedAt()).isEmpty();
    }

    @Test
    @Tag("A16")
    @Tag("A15")
    void whatItSaidBeforeStaysInTheHistoryForStaffAlone() {
        kate.editMessage(ticket, answer, "Changed once.");
        kate.editMessage(ticket, answer, "Changed twice.");
        kate.editMessage(ticket, note, "She shouted.");

        assertThat(center.events(ticket))
                .endsWith(
                        new MessageEdited(answer, "The password is hunter2."),
                        new MessageEdited(answer, "Changed once."),
                        new MessageEdited(note, "She shuoted."));
        assertThat(String.valueOf(jane.ticket(ticket))).doesNotContain("hunter2", "Changed once", "shouted");
        assertThat(john.ticket(ticket).messages().get(2).text()).isEqualTo("She shouted.");
    }

    @Test
    @Tag("A16")
    void nothingElseOfTheTicketChanges() {
        center.sent();
        center.mail().forgetSent();
        var before = center.kept(ticket);
        SeenTicket janes = jane.ticket(ticket).seen();

        kate.editMessage(ticket, answer, "Changed.");

        var after = center.kept(ticket);
        assertThat(after.header()).isEqualTo(before.header());
        assertThat(after.state().status()).isEqualTo(before.state().status());
        assertThat(after.activity().lastMessageAt()).isEqualTo(before.activity().lastMessageAt());
        assertThat(center.sent()).isEmpty();
        jane.reply(janes, Reply.of("My page is not stale."));
    }

    @Test
    @Tag("A16")
    @Tag("D5")
    void aMailThatWaitsInTheOutboxKeepsItsWords() {
        kate.editMessage(ticket, answer, "Changed.");

        List<String> texts = center.sent().stream().map(ParsedMail::text).toList();
        assertThat(texts).anyMatch(text -> text.contains("hunter2"));
        assertThat(texts).noneMatch(text -> text.contains("Changed."));
    }

    @Test
    @Tag("A16")
    @Tag("E3")
    void itNeedsAPermissionThatNobodyHasByDefault() {
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> john.editMessage(ticket, answer, "Changed."));

        assertThat(john.ticket(ticket).actions().whyNot(Action.EDIT_MESSAGE)).contains(Refusal.PERMISSION_MISSING);
        assertThat(kate.ticket(ticket).actions().allows(Action.EDIT_MESSAGE)).isTrue();
        assertThat(Permission.defaults()).doesNotContain(Permission.EDIT_MESSAGES);
    }

    @Test
    @Tag("A16")
    void theCustomersWordsStayAsTheyCame() {
        MessageId first = MessageId.publicMessage(ticket, 1);
        TicketId byStaff = john.openFor(Cast.JANE.id(), NewTicket.of("Called", "She says it is slow."));

        Expect.in(center).refused(Refusal.CUSTOMERS_WORDS, () -> kate.editMessage(ticket, first, "All is well."));
        Expect.in(center)
                .refused(
                        Refusal.CUSTOMERS_WORDS,
                        () -> kate.editMessage(byStaff, MessageId.publicMessage(byStaff, 1), "All is well."));
    }

    @Test
    @Tag("A16")
    @Tag("G7")
    void anEditFromAnOldPageIsRefusedAndAnEditMakesPagesOld() {
        SeenTicket kates = kate.ticket(ticket).seen();
        SeenTicket johns = john.ticket(ticket).seen();

        kate.editMessage(kates, answer, "Changed.");

        Expect.in(center).stale(() -> kate.editMessage(kates, answer, "Changed again."));
        assertThat(Expect.in(center).stale(() -> john.note(johns, "Hm.")).news())
                .hasSize(1);
    }

    @Test
    @Tag("A16")
    void theSameTextAgainIsNoChange() {
        long version = center.kept(ticket).version();

        kate.editMessage(ticket, answer, "The password is hunter2.");

        assertThat(center.kept(ticket).version()).isEqualTo(version);
        assertThat(john.ticket(ticket).messages().get(1).editedAt()).isEmpty();
    }

    @Test
    @Tag("A16")
    void limitsAreThoseOfAnAnswer() {
        center.settings(s -> s.withLimits(new Limits(20, 1, 1, 1)));

        Expect.in(center).overLimit("textCharacters", () -> kate.editMessage(ticket, answer, "x".repeat(21)));
        Expect.in(center).invalid("text", () -> kate.editMessage(ticket, answer, " "));
        Expect.in(center).invalid("text", () -> kate.editMessage(ticket, answer, "a\u0000b"));
    }

    @Test
    @Tag("A16")
    @Tag("B2")
    void aMessageOfAnotherTicketOrOfNoneIsNotFound() {
        TicketId other = center.taken();
        john.note(other, "Hi.");
        TicketId hidden = center.opened();
        john.change(hidden, dev.troubletickets.command.Edit.queue(center.queue("Abuse")));

        Expect.in(center).notFound("message", () -> kate.editMessage(ticket, MessageId.note(other, 1), "Hm."));
        Expect.in(center).notFound("message", () -> kate.editMessage(ticket, MessageId.note(ticket, 2), "Hm."));
        Expect.in(center).notFound("ticket", () -> kate.editMessage(hidden, MessageId.publicMessage(hidden, 1), "Hm."));
        Expect.in(center)
                .notFound("message", () -> kate.editMessage(ticket, MessageId.publicMessage(hidden, 1), "Hm."));
    }
}
