// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.BillingAdmin;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.IncidentBalance;
import dev.troubletickets.money.IncidentPack;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.spi.billing.Billing;
import dev.troubletickets.spi.billing.Billing.Outcome;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChargeSnippetsTest {
    private final Map<String, Money> invoices = new HashMap<>();

    @Test
    void ticketsUseIncidents() {
        SupportCenter center = Panel.center();
        AdminDesk admin = center.administration(StaffId.of("ada"));
        // region: incidents
        Queue support = admin.queues().get(0);
        admin.changeQueue(support.id(), support.settings().withIncidents(true)); // each of its tickets uses one

        IncidentPack pack = IncidentPack.of("sale-4711", AccountId.of("jane"), 10)
                .queue(support.id()) // or of all queues
                .validUntil(Instant.parse("2999-01-01T00:00:00Z")); // or for ever
        center.incidents().grant(pack); // once, however often that is called

        IncidentBalance balance = center.customer(AccountId.of("jane")).incidents();
        int left = balance.of(support.id()).orElseThrow().left();
        // endregion
        assertThat(left).isEqualTo(10);
    }

    @Test
    void anAnswerIsCharged() {
        // region: billing
        Billing billing = order -> {
            invoices.putIfAbsent(order.id().value(), order.amount()); // the same order may come again
            return Outcome.done("invoice of " + order.account());
        };
        SupportCenter.Builder builder = SupportCenter.builder().billing(billing);
        // endregion
        SupportCenter center = builder.storage(InMemoryStorage.create())
                .identity(new InMemoryDirectory()
                        .add(StaffMember.mainAdministrator("ada"))
                        .add(Account.of(AccountId.of("carl"), "Carl Coe", EmailAddress.of("carl@carl.example"))))
                .installation("Harbour Hosting", "support@harbour.example")
                .build();
        StaffDesk ada = center.staff(StaffId.of("ada"));
        ada.saveProfile(StaffProfile.of("Ada King", EmailAddress.of("ada@harbour.example")));
        TicketId id = center.customer(AccountId.of("carl")).open(NewTicket.of("A script", "Can you mend it?"));
        ada.pickUp(id);
        // region: charge
        ada.answer(
                id,
                Answer.of("It runs again.")
                        .charge("25.00", "EUR", "Mended the script")
                        .keepOpen());
        center.background().runDue(); // the host's billing is called here, not within the answer

        BilledOrder charge = ada.ticket(id).billing().orders().get(0);
        ada.billing().refund(id, charge.order().id(), Money.of("5.00", "EUR"), "It took less");
        // endregion
        center.background().runDue();
        // region: stuck
        BillingAdmin admin = center.administration(StaffId.of("ada")).billing();
        List<BilledOrder> stuck = admin.orders(Optional.of(BilledOrder.State.STUCK), Optional.empty())
                .orders();
        stuck.forEach(each -> admin.retry(each.order().id())); // or giveUp, with a reason
        // endregion
        assertThat(charge.state()).isEqualTo(BilledOrder.State.DONE);
        assertThat(invoices.values()).containsExactlyInAnyOrder(Money.of("25.00", "EUR"), Money.of("5.00", "EUR"));
        assertThat(stuck).isEmpty();
    }
}
