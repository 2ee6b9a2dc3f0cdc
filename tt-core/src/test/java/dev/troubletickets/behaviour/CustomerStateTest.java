// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.Phase;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.CustomerTicketRow;
import dev.troubletickets.view.StaffTicketRow;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The customer's own state (A6) and the marks of what is unread (A17). */
class CustomerStateTest extends BehaviourTest {
    @Test
    @Tag("A6")
    void aTicketGoesFromInProgressOverNewMessagesToReviewedAndAway() {
        TicketId ticket = center.taken();
        assertFaces(ticket, CustomerStatus.IN_PROGRESS, Phase.IN_PROGRESS);

        john.answer(ticket, Answer.of("Fixed."));
        assertFaces(ticket, CustomerStatus.NEW_MESSAGES, Phase.AWAITING_CUSTOMER);

        jane.ticket(ticket);
        assertFaces(ticket, CustomerStatus.REVIEWED, Phase.AWAITING_CUSTOMER);

        jane.archive(ticket);
        assertFaces(ticket, CustomerStatus.ARCHIVED, Phase.IN_ARCHIVE);
    }

    @Test
    @Tag("A6")
    void whatIsInProgressCannotBeArchived() {
        TicketId ticket = center.taken();

        assertThat(jane.ticket(ticket).actions().whyNot(Action.ARCHIVE)).contains(Refusal.STILL_IN_PROGRESS);
        Expect.in(center).refused(Refusal.STILL_IN_PROGRESS, () -> jane.archive(ticket));
        jane.close(ticket);
        jane.archive(ticket);

        Expect.in(center).refused(Refusal.ALREADY_SO, () -> jane.archive(ticket));
    }

    @Test
    @Tag("A6")
    void archivingClosesForStaffToo() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed?").keepOpen());

        jane.archive(ticket);

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
        assertThat(jane.unread()).isZero();
        assertThat(jane.tickets(Optional.empty()).tickets()).isEmpty();
        assertThat(jane.archived(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::status)
                .containsExactly(CustomerStatus.ARCHIVED);
    }

    @Test
    @Tag("A6")
    void staffClosingLeavesItOpenForTheCustomer() {
        TicketId ticket = center.taken();

        john.close(ticket);

        assertThat(jane.tickets(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::status)
                .containsExactly(CustomerStatus.REVIEWED);
        assertThat(jane.ticket(ticket).actions().allowed())
                .containsExactlyInAnyOrder(Action.REPLY, Action.ARCHIVE, Action.REOPEN);
    }

    @Test
    @Tag("A6")
    void anAnswerTakesATicketOutOfTheArchive() {
        TicketId ticket = center.taken();
        john.close(ticket);
        jane.archive(ticket);

        john.answer(ticket, Answer.of("By the way, it was the filter."));

        assertThat(jane.archived(Optional.empty()).tickets()).isEmpty();
        assertThat(jane.unread()).isEqualTo(1);
    }

    @Test
    @Tag("A6")
    void staffReopeningTakesATicketOutOfTheArchive() {
        TicketId ticket = center.taken();
        john.close(ticket);
        jane.archive(ticket);

        john.reopen(ticket);

        assertThat(jane.tickets(Optional.empty()).tickets()).hasSize(1);
        assertFaces(ticket, CustomerStatus.IN_PROGRESS, Phase.IN_PROGRESS);
    }

    @Test
    @Tag("A17")
    void unreadIsCountedUntilTheCustomerLooks() {
        TicketId one = center.taken();
        TicketId two = center.taken();
        john.answer(one, Answer.of("Fixed."));
        john.answer(two, Answer.of("Fixed."));
        assertThat(jane.unread()).isEqualTo(2);
        assertThat(jane.tickets(Optional.empty()).unread()).isEqualTo(2);
        assertThat(mary.unread()).isZero();

        jane.ticket(one);

        assertThat(jane.unread()).isEqualTo(1);
        assertThat(jane.tickets(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::id, CustomerTicketRow::unread)
                .containsExactly(tuple(two, true), tuple(one, false));
    }

    @Test
    @Tag("A17")
    void whoRepliesHasRead() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed.").keepOpen());

        jane.reply(ticket, Reply.of("No."));

        assertThat(jane.unread()).isZero();
    }

    @Test
    @Tag("A17")
    void aResellersLookIsNotTheCustomers() {
        TicketId ticket = center.bob().open(NewTicket.of("Site down", "Help!"));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Up again."));

        center.rita().ticket(ticket);

        assertThat(center.bob().unread()).isEqualTo(1);
        assertThat(center.rita().tickets(Optional.empty()).unread()).isEqualTo(1);
    }

    @Test
    @Tag("A6")
    void customersReadWhoAnsweredByFullNameAlone() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed."));

        assertThat(jane.ticket(ticket).messages())
                .allSatisfy(message -> assertThat(message.author()).isEmpty());
        assertThat(jane.ticket(ticket).messages().get(1).authorName())
                .isEqualTo(john.profile().orElseThrow().fullName());
    }

    @Test
    @Tag("A17")
    void answeredAndUnansweredAreToldApartInTheList() {
        TicketId waiting = center.taken();
        TicketId answered = center.taken();
        john.answer(answered, Answer.of("Which one?").keepOpen());

        assertThat(john.quickSearch("bounces", Optional.empty()).tickets())
                .extracting(StaffTicketRow::id, StaffTicketRow::isUnanswered)
                .containsExactly(tuple(answered, false), tuple(waiting, true));
        assertThat(jane.tickets(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::id, CustomerTicketRow::staffWroteLast)
                .containsExactlyInAnyOrder(tuple(answered, true), tuple(waiting, false));
    }

    @Test
    @Tag("A17")
    void eachTechnicianHasUnreadMarksOfTheirOwn() {
        TicketId ticket = center.opened();
        assertThat(unread(john)).isTrue();

        john.ticket(ticket);
        assertThat(unread(john)).isFalse();
        assertThat(unread(kate)).isTrue();

        kate.note(ticket, "Looks like the filter.");
        assertThat(unread(john)).isTrue();
    }

    @Test
    @Tag("A17")
    void ownWordsAreNotUnread() {
        TicketId ticket = center.opened();
        john.ticket(ticket);

        john.note(ticket, "Looks like the filter.");
        assertThat(unread(john)).isFalse();

        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Fixed.").note("It was.").keepOpen());
        assertThat(unread(john)).isFalse();
        assertThat(unread(kate)).isTrue();
    }

    @Test
    @Tag("A17")
    void ownWordsDoNotHideWhatOneHasNotSeen() {
        TicketId ticket = center.taken();
        john.ticket(ticket);
        jane.reply(ticket, Reply.of("It got worse."));

        john.note(ticket, "Looks like the filter.");

        assertThat(unread(john)).isTrue();
    }

    private static boolean unread(StaffDesk desk) {
        return desk.quickSearch("bounces", Optional.empty())
                .tickets()
                .get(0)
                .marks()
                .unread();
    }

    private void assertFaces(TicketId ticket, CustomerStatus customer, Phase phase) {
        assertThat(john.ticket(ticket).customerStatus()).isEqualTo(customer);
        assertThat(john.ticket(ticket).header().phase()).isEqualTo(phase);
    }
}
