// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.ContinuationOpened;
import dev.troubletickets.event.TicketEvent.TicketContinued;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Category;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.StaffTicketView;
import dev.troubletickets.view.TicketLink;
import dev.troubletickets.view.TicketLink.Kind;
import dev.troubletickets.view.Why;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A settled ticket is reopened for so long; after that, a follow-up opens a new, linked one (G14). */
class ReopeningWindowTest extends BehaviourTest {
    private final QueueId billing = center.queue("Billing", Cast.JOHN);

    @BeforeEach
    void thirtyDays() {
        center.settings(s -> s.withCategories(Category.of("Bills", billing)).withReopeningWindow(30));
    }

    @Test
    @Tag("G14")
    @Tag("A7")
    void withinTheWindowTheTicketReopens() {
        TicketId ticket = closed();
        center.after(Duration.ofDays(30));

        assertThat(jane.reply(ticket, Reply.of("No."))).isEqualTo(ticket);

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        assertThat(john.ticket(ticket).links()).isEmpty();
    }

    @Test
    @Tag("G14")
    void withoutAWindowEveryTicketReopens() {
        center.settings(s -> s.withoutReopeningWindow());
        TicketId ticket = closed();
        center.after(Duration.ofDays(3650));

        assertThat(jane.reply(ticket, Reply.of("No."))).isEqualTo(ticket);
    }

    @Test
    @Tag("G14")
    void afterTheWindowAFollowUpOpensALinkedTicket() {
        TicketId old = closed();
        afterTheWindow();

        TicketId later = jane.reply(old, Reply.of("It is back."));

        assertThat(later).isNotEqualTo(old);
        assertThat(texts(later)).containsExactly("It is back.");
        StaffTicketView view = john.ticket(later);
        assertThat(view.header().subject()).isEqualTo("Bill");
        assertThat(view.header().requester()).isEqualTo(Cast.JANE.addresses().get(0));
        assertThat(view.header().account()).contains(Cast.JANE.id());
        assertThat(view.header().queue()).isEqualTo(billing);
        assertThat(view.header().category()).contains("Bills");
        assertThat(view.header().status()).isEqualTo(Status.NEW);
        assertThat(view.header().isUnanswered()).isTrue();
        assertThat(view.links()).containsExactly(new TicketLink(Kind.CONTINUES, old, Optional.of("Bill")));
        assertThat(john.ticket(old).header().status()).isEqualTo(Status.CLOSED);
        assertThat(john.ticket(old).links())
                .containsExactly(new TicketLink(Kind.CONTINUED_IN, later, Optional.of("Bill")));
    }

    @Test
    @Tag("G14")
    @Tag("A15")
    void theHistoryOfBothSaysWhy() {
        TicketId old = closed();
        afterTheWindow();

        TicketId later = jane.reply(old, Reply.of("It is back."));

        assertThat(events(later)).contains(new ContinuationOpened(old, TestCenter.START, 30));
        assertThat(john.ticket(later).why())
                .anySatisfy(why -> assertThat(why.decision()).isEqualTo(Why.Decision.CONTINUED));
        assertThat(events(old)).contains(new TicketContinued(later));
    }

    @Test
    @Tag("G14")
    @Tag("E4")
    void theContinuationBelongsToTheResellerOfNow() {
        TicketId old = closed();
        afterTheWindow();
        center.directory().people().add(Cast.JANE.withReseller(Cast.RITA));

        TicketId later = jane.reply(old, Reply.of("It is back."));

        assertThat(center.rita().ticket(later).subject()).isEqualTo("Bill");
    }

    @Test
    @Tag("G14")
    void furtherWordsGoToTheTicketThatContinuesUntilItIsOldItself() {
        TicketId old = closed();
        afterTheWindow();
        TicketId later = jane.reply(old, Reply.of("It is back."));

        assertThat(jane.reply(old, Reply.of("And again."))).isEqualTo(later);
        assertThat(texts(later)).containsExactly("It is back.", "And again.");

        john.close(later);
        afterTheWindow();
        TicketId last = jane.reply(old, Reply.of("Once more."));

        assertThat(last).isNotIn(old, later);
        assertThat(jane.reply(later, Reply.of("Please."))).isEqualTo(last);
        assertThat(john.ticket(last).links()).extracting(TicketLink::ticket).containsExactly(later);
    }

    @Test
    @Tag("G14")
    void whatContinuesButIsNoLongerTheirsIsNotWrittenTo() {
        TicketId old = closed();
        afterTheWindow();
        TicketId later = jane.reply(old, Reply.of("It is back."));
        john.change(later, Edit.account(Cast.MARY.id()), Edit.requester("mary@mary.example"));

        TicketId own = jane.reply(old, Reply.of("And again."));

        assertThat(own).isNotIn(old, later);
        Expect.in(center).notFound("ticket", () -> jane.ticket(later));
        assertThat(mary.ticket(later).messages()).hasSize(1);
    }

    @Test
    @Tag("G14")
    void theWindowBeginsWhenTheTicketWasFirstSettledAndAnewWithEachAnswer() {
        TicketId resolved = center.taken();
        john.resolve(resolved);
        center.after(Duration.ofDays(20));
        john.close(resolved);
        TicketId answered = center.taken();
        john.close(answered);
        center.after(Duration.ofDays(20));
        john.answer(answered, Answer.of("One more thing."));

        assertThat(jane.reply(resolved, Reply.of("No."))).isNotEqualTo(resolved);
        center.after(Duration.ofDays(25));
        assertThat(jane.reply(answered, Reply.of("No."))).isEqualTo(answered);
    }

    @Test
    @Tag("G14")
    void aTicketThatIsStillInHandIsNeverTooOld() {
        TicketId ticket = center.taken();
        john.hold(ticket);
        afterTheWindow();

        assertThat(jane.reply(ticket, Reply.of("Any news?"))).isEqualTo(ticket);
    }

    @Test
    @Tag("G14")
    void withoutAWordItCannotBeReopenedThen() {
        TicketId ticket = closed();
        assertThat(jane.ticket(ticket).actions().allows(Action.REOPEN)).isTrue();
        afterTheWindow();

        Expect.in(center).refused(Refusal.REOPENING_TOO_LATE, () -> jane.reopen(ticket));
        assertThat(jane.ticket(ticket).actions().whyNot(Action.REOPEN)).contains(Refusal.REOPENING_TOO_LATE);
        assertThat(jane.ticket(ticket).actions().allows(Action.REPLY)).isTrue();
    }

    @Test
    @Tag("G14")
    void staffReopenWhenTheyLike() {
        TicketId ticket = closed();
        afterTheWindow();

        john.reopen(ticket);

        assertThat(jane.reply(ticket, Reply.of("Thank you."))).isEqualTo(ticket);
    }

    @Test
    @Tag("G14")
    @Tag("E4")
    void aResellersFollowUpOpensALinkedTicketOfTheCustomers() {
        TicketId old = center.bob().open(NewTicket.of("Bill", "Too high."));
        john.close(old);
        afterTheWindow();

        TicketId later = center.rita().reply(old, Reply.of("It still is."));

        assertThat(later).isNotEqualTo(old);
        assertThat(center.bob().ticket(later).messages())
                .extracting(ConversationItem.Message::text)
                .containsExactly("It still is.");
    }

    @Test
    @Tag("G14")
    void theSupportMailboxAndTheCustomerAreToldAsOfAnyNewTicket() {
        TicketId old = closed();
        afterTheWindow();
        center.run();
        center.mail().forgetSent();

        TicketId later = jane.reply(old, Reply.of("It is back."));

        assertThat(center.sent())
                .hasSize(2)
                .allMatch(mail -> mail.subject().startsWith("[" + later + "]"))
                .anyMatch(mail -> mail.text().contains("It is back."));
    }

    @Test
    @Tag("G14")
    void whoGetsCopiesGoesOnGettingThem() {
        TicketId old = center.taken();
        john.answer(old, Answer.of("Fixed.").cc("boss@jane.example"));
        afterTheWindow();

        TicketId later = jane.reply(old, Reply.of("It is back."));

        assertThat(john.ticket(later).cc()).containsExactly(EmailAddress.of("boss@jane.example"));
    }

    private TicketId closed() {
        TicketId ticket = jane.open(NewTicket.of("Bill", "Too high.").category("Bills"));
        john.close(ticket);
        return ticket;
    }

    private void afterTheWindow() {
        center.after(Duration.ofDays(30).plusSeconds(1));
    }

    private List<String> texts(TicketId ticket) {
        return jane.ticket(ticket).messages().stream()
                .map(ConversationItem.Message::text)
                .toList();
    }

    private List<Object> events(TicketId ticket) {
        return john.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .<Object>map(item -> ((ConversationItem.SystemLine) item).event())
                .toList();
    }
}
