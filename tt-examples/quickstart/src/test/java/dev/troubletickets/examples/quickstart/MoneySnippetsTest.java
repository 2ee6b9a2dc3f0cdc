// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.PricingAdmin;
import dev.troubletickets.desk.StatementsAdmin;
import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.memory.MovableClock;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.Price;
import dev.troubletickets.money.Statement;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneySnippetsTest {
    private static final ResellerId RITA = ResellerId.of("rita");

    @Test
    void resellersPayByStatements() {
        MovableClock clock = MovableClock.startingAt(Instant.parse("2026-03-30T12:00:00Z"));
        SupportCenter center = SupportCenter.builder()
                .storage(InMemoryStorage.create())
                .identity(new InMemoryDirectory()
                        .add(Reseller.of(RITA))
                        .add(StaffMember.mainAdministrator("ada"))
                        .add(Account.of(AccountId.of("carl"), "Carl Coe", EmailAddress.of("carl@carl.example"))
                                .withReseller(RITA)))
                .customerCounts(() -> Map.of(RITA, 12L))
                .installation("Harbour Hosting", "support@harbour.example")
                .clock(clock)
                .build();
        // region: prices
        PricingAdmin prices = center.administration(StaffId.of("ada")).pricing();
        prices.standard(Price.perCustomer("0.40", "EUR"), Optional.empty()); // from now on
        prices.custom(RITA, Price.perTicket("12.50", "EUR"), Optional.empty());
        prices.custom(RITA, Price.perTicket("14.00", "EUR"), Optional.of(Instant.parse("2026-07-01T00:00:00Z")));
        // endregion
        center.customer(AccountId.of("carl")).open(NewTicket.of("Site down", "Since this morning."));
        clock.advance(Duration.ofDays(2));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream file = bytes;
        // region: statement
        StatementsAdmin statements = center.administration(StaffId.of("ada")).statements();
        Statement march = statements.issue(RITA, BillingPeriod.month(YearMonth.of(2026, 3)));
        statements.export(march.id(), file);
        statements.correct(RITA, Money.of("-12.50", "EUR"), "The outage was ours.", "credit-81");
        // endregion
        assertThat(march.totals()).containsExactly(Money.of("12.50", "EUR"));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("12.50 EUR a ticket: the price of rita since");
        assertThat(center.reseller(RITA).statements().running().totals()).containsExactly(Money.of("-12.50", "EUR"));
    }
}
