// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.StaffTicketView;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Saving parameters (A13): all or none, and nothing is sent. */
class ChangingTest extends BehaviourTest {
    @Test
    @Tag("A13")
    void everyParameterIsSavedInOneAct() {
        QueueId billing = center.queue("Billing", Cast.JOHN);
        center.settings(s -> s.withCategories(Category.of("Invoices")));
        TicketId ticket = center.taken();
        center.run();
        center.mail().forgetSent();
        EmailAddress boss = EmailAddress.of("boss@mary.example");

        john.change(
                ticket,
                Edit.subject("Invoice 7"),
                Edit.requester("mary@mary.example"),
                Edit.account(Cast.MARY.id()),
                Edit.cc(boss),
                Edit.priority(80),
                Edit.status(Status.ON_HOLD),
                Edit.queue(billing),
                Edit.category("Invoices"),
                Edit.summary("She pays twice."),
                Edit.sticky(true));

        StaffTicketView view = john.ticket(ticket);
        assertThat(view.header())
                .extracting(StaffTicketRow::subject, StaffTicketRow::queueName, StaffTicketRow::status)
                .containsExactly("Invoice 7", "Billing", Status.ON_HOLD);
        assertThat(view.header().requester()).isEqualTo(EmailAddress.of("mary@mary.example"));
        assertThat(view.header().account()).contains(Cast.MARY.id());
        assertThat(view.header().priority()).isEqualTo(Priority.of(80));
        assertThat(view.header().category()).contains("Invoices");
        assertThat(view.header().sticky()).isTrue();
        assertThat(view.cc()).containsExactly(boss);
        assertThat(view.summary()).contains("She pays twice.");
        assertThat(view.messages()).hasSize(1);
        assertThat(center.kept(ticket).version()).isEqualTo(3);
        assertThat(center.sent()).isEmpty();
    }

    @Test
    @Tag("A13")
    void ofEditsThatCannotAllBeSavedNoneIs() {
        TicketId ticket = center.taken();

        Expect.in(center).invalid("queue", () -> john.change(ticket, Edit.subject("X"), Edit.queue(QueueId.of(99))));
        Expect.in(center).invalid("category", () -> john.change(ticket, Edit.subject("X"), Edit.category("None")));
        Expect.in(center).invalid("service", () -> john.change(ticket, Edit.priority(1), Edit.service("bob.example")));
        Expect.in(center)
                .invalid("account", () -> john.change(ticket, Edit.priority(1), Edit.account(AccountId.of("nobody"))));
        Expect.in(center)
                .refused(
                        Refusal.ANSWERED_BEFORE,
                        () -> john.change(ticket, Edit.priority(1), Edit.status(Status.ANSWERED)));
        Expect.in(center).invalid("edits", () -> john.change(ticket, Edit.priority(1), Edit.priority(2)));
    }

    @Test
    @Tag("A13")
    @Tag("A15")
    void everyChangeIsInTheHistoryWithFromAndTo() {
        center.settings(s -> s.withCategories(Category.of("Invoices")));
        TicketId ticket = center.opened();

        kate.change(ticket, Edit.subject("Other"), Edit.priority(80), Edit.category("Invoices"));
        kate.change(ticket, Edit.noCategory());

        assertThat(events(ticket))
                .contains(
                        changed(Field.SUBJECT, "Mail bounces", "Other"),
                        changed(Field.PRIORITY, "50", "80"),
                        new FieldChanged(Field.CATEGORY, Optional.empty(), Optional.of("Invoices")),
                        new FieldChanged(Field.CATEGORY, Optional.of("Invoices"), Optional.empty()));
    }

    @Test
    @Tag("A13")
    void whatIsSoAlreadyLeavesNoTrace() {
        TicketId ticket = center.taken();
        long version = center.kept(ticket).version();

        john.change(ticket, Edit.subject("Mail bounces"), Edit.status(Status.OPEN), Edit.priority(50), Edit.cc());
        john.change(ticket);

        assertThat(center.kept(ticket).version()).isEqualTo(version);
    }

    @Test
    @Tag("A13")
    void aTicketTiedToAnotherAccountIsThatAccountsAlone() {
        TicketId ticket = jane.open(NewTicket.of("VPS", "Slow.").service("jane-vps"));

        john.change(ticket, Edit.account(Cast.BOB.id()));

        assertThat(center.bob().ticket(ticket).subject()).isEqualTo("VPS");
        assertThat(center.rita().ticket(ticket).subject()).isEqualTo("VPS");
        assertThat(john.ticket(ticket).service()).isEmpty();
        Expect.in(center).notFound("ticket", () -> jane.ticket(ticket));

        john.change(ticket, Edit.noAccount());
        Expect.in(center).notFound("ticket", () -> center.bob().ticket(ticket));
        Expect.in(center).notFound("ticket", () -> center.rita().ticket(ticket));
    }

    @Test
    @Tag("A13")
    @Tag("A15")
    void theServiceIsOneOfTheNewAccountsInWhateverOrderTheyAreSaid() {
        TicketId ticket = jane.open(NewTicket.of("VPS", "Slow.").service("jane-vps"));

        john.change(ticket, Edit.service("bob.example"), Edit.account(Cast.BOB.id()));
        assertThat(john.ticket(ticket).service()).contains("bob.example");
        Expect.in(center)
                .invalid(
                        "service",
                        () -> john.change(ticket, Edit.service("bob.example"), Edit.account(Cast.JANE.id())));
        john.change(ticket, Edit.account(Cast.MARY.id()));

        assertThat(events(ticket))
                .contains(
                        new FieldChanged(Field.SERVICE, Optional.of("jane-vps"), Optional.empty()),
                        new FieldChanged(Field.SERVICE, Optional.empty(), Optional.of("bob.example")),
                        new FieldChanged(Field.SERVICE, Optional.of("bob.example"), Optional.empty()));
        assertThat(john.ticket(ticket).service()).isEmpty();
    }

    @Test
    @Tag("A13")
    void accountsAreFoundByNameIdAndAddress() {
        assertThat(john.searchAccounts("doe")).containsExactly(Cast.JANE);
        assertThat(john.searchAccounts("jane@home.example")).containsExactly(Cast.JANE);
        assertThat(john.searchAccounts("mary")).containsExactly(Cast.MARY);
        assertThat(john.searchAccounts("nobody at all")).isEmpty();
        for (int i = 0; i < 30; i++) {
            center.directory().people().add(Account.of(AccountId.of("clone" + i), "Clone"));
        }
        assertThat(john.searchAccounts("clone")).hasSize(20);
    }

    @Test
    @Tag("A13")
    @Tag("D7")
    void aTicketClosedByAParameterTellsTheCustomerAsAnyClosing() {
        center.admin()
                .changeQueue(
                        center.defaultQueue(),
                        QueueSettings.named("Support").withResolvedResponse(Wording.of("It is done.")));
        TicketId ticket = center.taken();

        john.change(ticket, Edit.status(Status.RESOLVED));

        assertThat(center.sent()).anyMatch(mail -> mail.text().contains("It is done."));
    }

    private List<TicketEvent> events(TicketId ticket) {
        return john.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(item -> ((ConversationItem.SystemLine) item).event())
                .toList();
    }

    private static TicketEvent changed(Field field, String from, String to) {
        return new FieldChanged(field, Optional.of(from), Optional.of(to));
    }
}
