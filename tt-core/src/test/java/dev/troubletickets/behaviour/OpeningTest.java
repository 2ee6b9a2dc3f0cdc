// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Service;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.NewTicketForm;
import dev.troubletickets.view.StaffTicketRow;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Opening from the panel, by a customer and by those who do it for one. */
class OpeningTest extends BehaviourTest {
    @Test
    @Tag("A1")
    void aTicketOpenedFromThePanelWaitsUnassignedInTheDefaultQueue() {
        TicketId ticket = jane.open(NewTicket.of("Mail bounces", "Help!"));

        StaffTicketRow row = john.ticket(ticket).header();
        assertThat(row.status()).isEqualTo(Status.NEW);
        assertThat(row.assignee()).isEmpty();
        assertThat(row.queue()).isEqualTo(center.defaultQueue());
        assertThat(row.waitingSince()).contains(TestCenter.START);
        assertThat(row.channel()).isEqualTo(Channel.PANEL);
        assertThat(row.requester()).isEqualTo(Cast.JANE.addresses().get(0));
        assertThat(jane.ticket(ticket).status()).isEqualTo(CustomerStatus.IN_PROGRESS);
    }

    @Test
    @Tag("A1")
    void staffSeeTheAccountsFactsBesideTheTicket() {
        TicketId ticket = jane.open(NewTicket.of("Mail bounces", "Help!").service("jane-vps"));

        assertThat(john.ticket(ticket).card()).contains(Cast.JANE);
        assertThat(Cast.JANE.services().get(1).facts()).containsEntry("State", "suspended");
        assertThat(john.ticket(ticket).service()).contains("jane-vps");
    }

    @Test
    @Tag("A1")
    void theSupportMailboxGetsACopyWithTheAccountsFacts() {
        jane.open(NewTicket.of("Mail bounces", "Help!").service("jane-vps"));

        ParsedMail copy = center.sent().stream()
                .filter(mail -> mail.recipients().contains(EmailAddress.of(TestCenter.SUPPORT)))
                .findFirst()
                .orElseThrow();
        assertThat(copy.text())
                .contains(
                        "Jane Doe", "Gold", "jane.example, jane-vps", "2020-02-29", "https://panel.example.com/as/jane")
                .contains("About: jane-vps", "Help!");
    }

    @Test
    @Tag("A1")
    @Tag("B1")
    void theQueuesOwnMailboxGetsTheCopyIfItHasOne() {
        EmailAddress address = EmailAddress.of("billing@example.com");
        QueueId billing =
                center.admin().createQueue(QueueSettings.named("Billing").withAddress(address));
        center.settings(s -> s.withCategories(Category.of("Invoices", billing)));

        jane.open(NewTicket.of("Invoice", "Too high.").category("Invoices"));

        assertThat(center.sent()).anyMatch(mail -> mail.recipients().equals(List.of(address)));
    }

    @Test
    @Tag("A1")
    @Tag("B10")
    void theCategoryBringsTheTicketToTheQueueInCharge() {
        QueueId billing = center.queue("Billing");
        center.settings(s -> s.withCategories(Category.of("Invoices", billing), Category.of("Other")));

        TicketId invoice = jane.open(NewTicket.of("Invoice", "Too high.").category("Invoices"));
        TicketId other = jane.open(NewTicket.of("Question", "Why?").category("Other"));

        assertThat(anna.ticket(invoice).header().queue()).isEqualTo(billing);
        assertThat(anna.ticket(invoice).header().category()).contains("Invoices");
        assertThat(anna.ticket(other).header().queue()).isEqualTo(center.defaultQueue());
    }

    @Test
    @Tag("A1")
    void whatIsNotToBeHadIsInvalid() {
        NewTicket form = NewTicket.of("Mail bounces", "Help!");

        Expect.in(center).invalid("category", () -> jane.open(form.category("Invoices")));
        Expect.in(center).invalid("service", () -> jane.open(form.service("bob.example")));
        Expect.in(center).invalid("service", () -> john.openFor(EmailAddress.of("x@y.example"), form.service("x")));
    }

    @Test
    @Tag("B11")
    void customersSetThePriorityOnlyWhereASettingAllowsIt() {
        NewTicket urgent = NewTicket.of("Down", "All is down.").priority(Priority.of(90));
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> jane.open(urgent));
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> center.rita().openFor(Cast.BOB.id(), urgent));
        assertThat(jane.newTicketForm().priorityAllowed()).isFalse();

        center.settings(s -> s.withCustomersSetPriority(true));

        assertThat(jane.newTicketForm().priorityAllowed()).isTrue();
        assertThat(john.ticket(jane.open(urgent)).header().priority()).isEqualTo(Priority.of(90));
    }

    @Test
    @Tag("A1")
    void theFormOffersCategoriesAndTheCustomersOwnServices() {
        center.settings(s -> s.withCategories(Category.of("Mail"), Category.of("Web")));

        NewTicketForm form = jane.newTicketForm();

        assertThat(form.categories()).containsExactly("Mail", "Web");
        assertThat(form.services())
                .containsExactly(new Service("jane.example", "web hosting"), new Service("jane-vps", "server"));
        assertThat(form.limits()).isEqualTo(Limits.defaults());
        assertThat(mary.newTicketForm().services()).isEmpty();
    }

    @Test
    @Tag("A3")
    void staffOpenTicketsForACustomerTheSameWay() {
        TicketId ticket = john.openFor(
                Cast.JANE.id(),
                NewTicket.of("Phone call", "Jane called.").service("jane-vps").priority(Priority.of(70)));

        StaffTicketRow row = john.ticket(ticket).header();
        assertThat(row.channel()).isEqualTo(Channel.STAFF);
        assertThat(row.account()).contains(Cast.JANE.id());
        assertThat(row.priority()).isEqualTo(Priority.of(70));
        assertThat(row.isUnanswered()).isTrue();
        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        assertThat(john.ticket(ticket).messages().get(0).author()).contains(Actor.staff(Cast.JOHN));
    }

    @Test
    @Tag("A3")
    void staffOpenTicketsForThemselvesAndNeedAProfileForIt() {
        TicketId ticket = john.open(NewTicket.of("Rack 4", "Check the fan."));

        assertThat(john.ticket(ticket).header().requester()).isEqualTo(Cast.JOHNS_PROFILE.email());
        assertThat(john.ticket(ticket).header().account()).isEmpty();
        Expect.in(center)
                .refused(Refusal.PROFILE_MISSING, () -> center.nick().open(NewTicket.of("Rack 4", "Check the fan.")));
    }

    @Test
    @Tag("A3")
    void aTicketForAnAddressBelongsToTheOneAccountThatOwnsIt() {
        TicketId janes = john.openFor(EmailAddress.of("jane@home.example"), NewTicket.of("Call", "She called."));
        TicketId strangers = john.openFor(EmailAddress.of("who@else.example"), NewTicket.of("Call", "Someone called."));

        assertThat(john.ticket(janes).header().account()).contains(Cast.JANE.id());
        assertThat(john.ticket(janes).header().requester()).isEqualTo(EmailAddress.of("jane@home.example"));
        assertThat(john.ticket(strangers).header().account()).isEmpty();
        assertThat(john.ticket(strangers).card()).isEmpty();
    }

    @Test
    @Tag("A3")
    void aTicketForNobodyKnownIsInvalid() {
        NewTicket form = NewTicket.of("Call", "She called.");
        center.directory().people().add(Account.of(AccountId.of("mute"), "Mute"));

        Expect.in(center).invalid("account", () -> john.openFor(AccountId.of("nobody"), form));
        Expect.in(center).invalid("account", () -> john.openFor(AccountId.of("mute"), form));
    }

    @Test
    @Tag("A3")
    void numbersRiseFromOneAndNoneIsGivenTwice() {
        TicketId first = center.opened();
        anna.delete(first);

        assertThat(center.opened().value()).isGreaterThan(first.value());
    }
}
