// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.event.TicketEvent.OtherTicketMerged;
import dev.troubletickets.event.TicketEvent.TicketMerged;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.CustomerTicketRow;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketLink;
import dev.troubletickets.view.TicketLink.Kind;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tickets of different customers are one for staff alone: each customer reads their own words and nothing of the other (A12). */
@Tag("A12")
class MergingAcrossCustomersTest extends BehaviourTest {
    private TicketId janes;
    private TicketId bobs;

    @BeforeEach
    void twoTickets() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        janes = jane.open(NewTicket.of("Server down", "My server is down."));
        center.after(Duration.ofMinutes(1));
        bobs = center.bob()
                .open(NewTicket.of("Also down", "Bob's is, too.")
                        .attach(Upload.of("log.txt", "text/plain", new byte[] {1})));
        center.after(Duration.ofMinutes(1));
    }

    @Test
    void itTakesConfirmation() {
        Expect.in(center)
                .refused(Refusal.DIFFERENT_CUSTOMERS, () -> john.linking().merge(bobs, janes));
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> kate.linking().mergeAcrossCustomers(bobs, janes));

        john.linking().mergeAcrossCustomers(bobs, janes);

        assertThat(texts(john.ticket(bobs).messages())).containsExactly("My server is down.", "Bob's is, too.");
        assertThat(john.ticket(janes).links())
                .containsExactly(new TicketLink(Kind.KEPT_APART, bobs, Optional.of("Also down")));
    }

    @Test
    void eachCustomerReadsTheirOwnWordsAlone() {
        john.linking().mergeAcrossCustomers(bobs, janes);

        assertThat(texts(jane.ticket(janes).messages())).containsExactly("My server is down.");
        assertThat(texts(center.bob().ticket(bobs).messages())).containsExactly("Bob's is, too.");
        assertThat(listed(jane)).containsExactly(janes);
        assertThat(listed(center.bob())).containsExactly(bobs);
        assertThat(center.rita().tickets(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::id)
                .containsExactly(bobs);
        Expect.in(center).notFound("ticket", () -> jane.ticket(bobs));
        Expect.in(center).notFound("ticket", () -> center.bob().ticket(janes));
        Expect.in(center).notFound("ticket", () -> center.bob().reply(janes, Reply.of("Hi")));
        AttachmentId file = new AttachmentId(MessageId.publicMessage(bobs, 1), 1);
        Expect.in(center).notFound("ticket", () -> jane.download(file).to(new ByteArrayOutputStream()));
        center.bob().download(file).to(new ByteArrayOutputStream());
    }

    @Test
    void staffFindOneTicketUnderBothNumbers() {
        john.linking().mergeAcrossCustomers(bobs, janes);

        assertThat(found(bobs.toString())).containsExactly(janes);
        assertThat(found("bob@bob.example")).isEmpty();
        assertThat(john.ticketsOf(Cast.BOB.id(), Optional.empty()).tickets()).isEmpty();
        assertThat(john.dashboard().unassigned().total()).isEqualTo(1);
        assertThat(john.ticket(bobs).id()).isEqualTo(janes);
    }

    @Test
    @Tag("A15")
    void theHistoriesSayThatTheyAreKeptApart() {
        john.linking().mergeAcrossCustomers(bobs, janes);

        assertThat(john.ticket(janes).conversation())
                .filteredOn(ConversationItem.SystemLine.class::isInstance)
                .extracting(item -> ((ConversationItem.SystemLine) item).event())
                .contains(new OtherTicketMerged(bobs, true), new TicketMerged(janes, true));
    }

    @Test
    void anAnswerGoesToTheTargetsCustomerAlone() {
        john.linking().mergeAcrossCustomers(bobs, janes);
        center.sent();
        center.mail().forgetSent();
        john.pickUp(janes);
        john.answer(janes, Answer.of("Dear Jane, it is up.").keepOpen());

        assertThat(center.sent())
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients().toString())
                        .contains("jane@jane.example")
                        .doesNotContain("bob"));
        assertThat(texts(center.bob().ticket(bobs).messages())).containsExactly("Bob's is, too.");
        assertThat(john.ticket(janes).cc()).isEmpty();
    }

    @Test
    @Tag("A7")
    void whatTheOtherCustomerWritesReachesStaffAndNobodyElse() {
        john.pickUp(janes);
        john.linking().mergeAcrossCustomers(bobs, janes);
        john.answer(janes, Answer.of("It is up."));
        center.after(Duration.ofMinutes(1));

        TicketId went = center.bob().reply(bobs, Reply.of("Not mine!"));

        assertThat(went).isEqualTo(bobs);
        assertThat(john.ticket(janes).header().isUnanswered()).isTrue();
        assertThat(john.ticket(janes).header().status()).isEqualTo(Status.OPEN);
        assertThat(texts(john.ticket(janes).messages()))
                .containsExactly("My server is down.", "Bob's is, too.", "It is up.", "Not mine!");
        assertThat(texts(jane.ticket(janes).messages())).containsExactly("My server is down.", "It is up.");
        assertThat(jane.ticket(janes).status()).isNotEqualTo(CustomerStatus.IN_PROGRESS);
    }

    @Test
    @Tag("A5")
    void whatIsSettledIsSettledForBoth() {
        john.linking().mergeAcrossCustomers(bobs, janes);

        john.close(janes);

        assertThat(center.kept(bobs).state().status()).isEqualTo(Status.CLOSED);
        center.bob().reopen(bobs);
        assertThat(john.ticket(janes).header().status()).isEqualTo(Status.OPEN);
    }

    @Test
    @Tag("G2")
    void undoneEachIsAsBefore() {
        StaffTicketRow before =
                kate.quickSearch(bobs.toString(), Optional.empty()).tickets().get(0);
        john.linking().undo(john.linking().mergeAcrossCustomers(bobs, janes));

        StaffTicketRow after =
                kate.quickSearch(bobs.toString(), Optional.empty()).tickets().get(0);
        assertThat(after.id()).isEqualTo(bobs);
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.waitingSince()).isEqualTo(before.waitingSince());
        assertThat(texts(john.ticket(janes).messages())).containsExactly("My server is down.");
        assertThat(texts(john.ticket(bobs).messages())).containsExactly("Bob's is, too.");
        assertThat(john.ticket(janes).header().waitingSince()).contains(dev.troubletickets.kit.TestCenter.START);
    }

    @Test
    @Tag("G2")
    void undoneNobodyWaitsInTheTargetForWhatHasLeft() {
        john.pickUp(janes);
        var merge = john.linking().mergeAcrossCustomers(bobs, janes);
        john.answer(janes, Answer.of("It is up.").keepOpen());
        center.after(Duration.ofMinutes(1));
        center.bob().reply(bobs, Reply.of("Not mine!"));

        john.linking().undo(merge);

        assertThat(john.ticket(janes).header().isUnanswered()).isFalse();
        assertThat(john.ticket(bobs).header().isUnanswered()).isTrue();
        assertThat(texts(john.ticket(bobs).messages())).containsExactly("Bob's is, too.", "Not mine!");
    }

    private List<TicketId> found(String words) {
        return john.quickSearch(words, Optional.empty()).tickets().stream()
                .map(StaffTicketRow::id)
                .toList();
    }

    private static List<TicketId> listed(CustomerDesk desk) {
        return desk.tickets(Optional.empty()).tickets().stream()
                .map(CustomerTicketRow::id)
                .toList();
    }

    private static List<String> texts(List<ConversationItem.Message> messages) {
        return messages.stream().map(ConversationItem.Message::text).toList();
    }
}
