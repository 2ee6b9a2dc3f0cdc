// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Split.Part;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.TicketData.Header;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.CustomerTicketRow;
import dev.troubletickets.view.OperationView;
import dev.troubletickets.view.SplitReport;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketLink;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages of a ticket become tickets of their own (A4): whose, where and with whom they are, and who sees what. */
@Tag("A4")
class SplitTest extends SplitScene {
    @Test
    void allFromAMessageOnAreReadInTheNewTicketAlone() {
        TicketId part = part(splitSite());

        assertThat(staffs(source)).containsExactly("All my mail bounces.", "Mail is fixed.");
        assertThat(staffs(part)).containsExactly("My site is down, too.", "the site is on the old server");
        assertThat(janes(source)).containsExactly("All my mail bounces.", "Mail is fixed.");
        assertThat(janes(part)).containsExactly("My site is down, too.");
        assertThat(anna.ticket(part).messages())
                .extracting(ConversationItem.Message::id)
                .as("they keep their numbers")
                .containsExactly(word(3), note(1));
    }

    @Test
    void chosenMessagesBecomeSeveralTicketsEachWithItsOwnQueueSubjectAndAssignee() {
        QueueId billing = center.queue("Billing", Cast.KATE);
        jane.reply(source, Reply.of("And what do I owe you?"));
        jane.reply(source, Reply.of("And how old are you?"));

        SplitReport report = john.linking()
                .split(
                        source,
                        Split.into(
                                Part.of("Invoice", word(4)).queue(billing).assignedTo(Cast.KATE),
                                Part.of("Site is down", note(1), word(3)).assignedTo(Cast.JOHN),
                                Part.of("Age", word(5)).unassigned()));

        assertThat(report.tickets()).hasSize(3);
        StaffTicketRow invoice = anna.ticket(report.tickets().get(0)).header();
        assertThat(invoice.subject()).isEqualTo("Invoice");
        assertThat(invoice.queue()).isEqualTo(billing);
        assertThat(invoice.assignee()).contains(Cast.KATE);
        StaffTicketRow site = anna.ticket(report.tickets().get(1)).header();
        assertThat(site.subject()).isEqualTo("Site is down");
        assertThat(site.queue()).isEqualTo(center.defaultQueue());
        assertThat(site.assignee()).contains(Cast.JOHN);
        assertThat(staffs(site.id())).containsExactly("My site is down, too.", "the site is on the old server");
        assertThat(anna.ticket(report.tickets().get(2)).header().assignee()).isEmpty();
        assertThat(staffs(source)).containsExactly("All my mail bounces.", "Mail is fixed.");
    }

    @Test
    void itIsOfTheSameCustomerWithTheSameHeader() {
        john.change(
                source,
                Edit.cc(EmailAddress.of("boss@jane.example")),
                Edit.service("jane-vps"),
                Edit.priority(5),
                Edit.summary("two things"));
        Header before = center.kept(source).header();

        Header made = center.kept(part(splitSite())).header();

        assertThat(made.account()).isEqualTo(before.account());
        assertThat(made.requester()).isEqualTo(before.requester());
        assertThat(made.requesterName()).isEqualTo(before.requesterName());
        assertThat(made.cc()).isEqualTo(before.cc()).isNotEmpty();
        assertThat(made.service()).isEqualTo("jane-vps");
        assertThat(made.tags()).isEqualTo(before.tags());
        assertThat(made.channel()).isEqualTo(Channel.PANEL);
        assertThat(made.createdAt()).isEqualTo(clock.instant());
        assertThat(made.summary()).as("which was of the other").isNull();
        assertThat(center.kept(source).header()).isEqualTo(before);
    }

    @Test
    @Tag("B8")
    void itHasTheSamePriority() {
        john.change(source, Edit.priority(5));

        assertThat(center.kept(part(splitSite())).state().priority()).isEqualTo(Priority.of(5));
    }

    @Test
    @Tag("A15")
    void theHistoryOfEachNamesTheOther() {
        TicketId part = part(splitSite());

        assertThat(center.events(source)).contains(new TicketEvent.TicketSplit(List.of(part)));
        assertThat(center.events(part))
                .startsWith(new TicketEvent.SplitOff(source, center.defaultQueue(), List.of(word(3), note(1))));
    }

    @Test
    void eachPageLinksToTheOther() {
        TicketId part = part(splitSite());

        assertThat(john.ticket(source).links())
                .containsExactly(new TicketLink(TicketLink.Kind.SPLIT_INTO, part, Optional.of("Site is down")));
        assertThat(john.ticket(part).links())
                .containsExactly(new TicketLink(TicketLink.Kind.SPLIT_FROM, source, Optional.of("Mail bounces")));
    }

    @Test
    void theSubjectOfALinkIsForWhoSeesTheOtherTicket() {
        QueueId billing = center.queue("Billing");
        SplitReport report = john.linking()
                .split(source, Split.into(Part.from("Invoice", word(3)).queue(billing)));

        assertThat(john.ticket(source).links())
                .containsExactly(new TicketLink(TicketLink.Kind.SPLIT_INTO, part(report), Optional.empty()));
    }

    @Test
    @Tag("G2")
    void itIsOfferedToBeUndone() {
        SplitReport report = splitSite();

        assertThat(john.ticket(source).operations())
                .extracting(OperationView::id, OperationView::kind)
                .containsExactly(tuple(report.operation(), OperationView.Kind.SPLIT));
        assertThat(john.ticket(source).actions().allows(Action.UNDO)).isTrue();
        assertThat(john.ticket(source).actions().allows(Action.SPLIT)).isTrue();
    }

    @Test
    void theCustomerHasBothInTheirList() {
        TicketId part = part(splitSite());

        assertThat(jane.tickets(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::id, CustomerTicketRow::subject)
                .containsExactly(tuple(part, "Site is down"), tuple(source, "Mail bounces"));
        assertThat(mary.tickets(Optional.empty()).tickets()).isEmpty();
    }

    @Test
    void nobodyIsMailed() {
        center.sent();
        center.mail().forgetSent();

        splitSite();

        assertThat(center.sent()).isEmpty();
    }

    @Test
    void itGoesOnWithNumbersOfItsOwn() {
        TicketId part = part(splitSite());
        minute();
        john.answer(part, Answer.of("The site is up.").keepOpen());
        minute();
        jane.reply(part, Reply.of("Thanks!"));

        assertThat(janes(part)).containsExactly("My site is down, too.", "The site is up.", "Thanks!");
        assertThat(jane.ticket(part).messages())
                .extracting(message -> message.id().toString())
                .containsExactly(word(3).toString(), part.value() + "-1", part.value() + "-2");
    }

    @Test
    @Tag("C6")
    void itIsFoundByItsWordsAndTheOtherIsNot() {
        TicketId part = part(splitSite());

        assertThat(found("site")).containsExactly(part);
        assertThat(found("bounces")).containsExactly(source);
    }

    @Test
    @Tag("A16")
    void itsNotesAndAnswersAreCorrectedThere() {
        center.admin().give(Cast.JOHN, Permission.EDIT_MESSAGES);
        TicketId part = part(splitSite());

        john.editMessage(part, note(1), "the site is on the new server");

        assertThat(staffs(part)).contains("the site is on the new server");
        assertThat(center.events(part))
                .contains(new TicketEvent.MessageEdited(note(1), "the site is on the old server"));
    }

    @Test
    void itCanBeSplitAgain() {
        TicketId part = part(splitSite());
        jane.reply(part, Reply.of("And what do I owe you?"));

        SplitReport again =
                john.linking().split(part, Split.into(Part.of("Invoice", MessageId.publicMessage(part, 1))));

        assertThat(janes(part)).containsExactly("My site is down, too.");
        assertThat(janes(part(again))).containsExactly("And what do I owe you?");
    }

    @Test
    @Tag("A11")
    void deletedItTakesItsMessagesAlong() {
        TicketId part = part(splitSite());

        anna.delete(part);

        assertThat(janes(source)).containsExactly("All my mail bounces.", "Mail is fixed.");
        Expect.in(center).notFound("message", () -> anna.quote(word(3)));
        jane.reply(source, Reply.of("Hello?"));
        assertThat(jane.ticket(source).messages().get(2).id()).isEqualTo(word(4));
    }

    @Test
    @Tag("A11")
    void itStaysWholeWhenTheTicketItWasMadeOfIsDeleted() {
        TicketId part = part(splitSite());

        anna.delete(source);

        assertThat(janes(part)).containsExactly("My site is down, too.");
        assertThat(staffs(part)).containsExactly("My site is down, too.", "the site is on the old server");
        assertThat(jane.ticket(part).messages().get(0).attachments()).hasSize(1);
        assertThat(anna.ticket(part).links()).isEmpty();
        john.answer(part, Answer.of("The site is up."));
        assertThat(janes(part)).hasSize(2);
    }

    private List<TicketId> found(String words) {
        return john
                .search()
                .find(Search.everything().text(words), TicketSort.descending(Column.RELEVANCE), Optional.empty())
                .tickets()
                .stream()
                .map(StaffTicketRow::id)
                .toList();
    }
}
