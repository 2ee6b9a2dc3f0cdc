// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.Price;
import dev.troubletickets.money.Statement;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.statistics.StatisticsQuery;
import dev.troubletickets.view.RunReport;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Customers are counted by the day, and what they cost is rounded once a line (E5). */
@Tag("E5")
class CustomerCountTest extends BehaviourTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final BillingPeriod MARCH = BillingPeriod.month(YearMonth.of(2026, 3));

    private Map<ResellerId, Long> customers;
    private boolean down;

    @Override
    protected void wire(SupportCenter.Builder builder) {
        customers = new HashMap<>();
        wireAgain(builder);
    }

    private void wireAgain(SupportCenter.Builder builder) {
        builder.customerCounts(() -> {
            if (down) {
                throw new IllegalStateException("the host is down");
            }
            return customers;
        });
    }

    @BeforeEach
    void price() {
        customers.put(Cast.RITA, 10L);
    }

    @Test
    @Tag("G1")
    void aMonthCostsItsDaysAndSaysHowManyWereCounted() {
        perCustomer("1.00", "EUR");
        // from the second of March on
        for (int day = 2; day <= 31; day++) {
            center.run();
            center.after(DAY);
        }
        Statement march = center.admin().statements().issue(Cast.RITA, MARCH);

        // 10 × 30 / 31
        assertThat(march.totals()).containsExactly(Money.of("9.68", "EUR"));
        assertThat(charges(march)).singleElement().satisfies(charge -> {
            assertThat(charge.quantity()).isEqualTo(300);
            assertThat(charge.why().words())
                    .startsWith("1.00 EUR a customer and month: the default price since ")
                    .endsWith("300 customers a day, summed over 30 of the 31 days of 2026-03");
        });
    }

    @Test
    void aWholeMonthOfTheSameNumberCostsExactlyThatNumber() {
        center.after(Duration.ofDays(30));
        perCustomer("0.10", "EUR");
        for (int day = 1; day <= 30; day++) {
            center.run();
            center.after(DAY);
        }

        assertThat(center.admin()
                        .statements()
                        .issue(Cast.RITA, BillingPeriod.month(YearMonth.of(2026, 4)))
                        .totals())
                .containsExactly(Money.of("1.00", "EUR"));
    }

    @Test
    void aDayIsCountedOnceByWhicheverNodeComesFirst() {
        perCustomer("1.00", "EUR");
        TestCenter other = center.anotherNode(this::wireAgain);
        assertThat(center.run().count(RunReport.Work.COUNTED)).isEqualTo(1);
        assertThat(other.run().count(RunReport.Work.COUNTED)).isZero();
        customers.put(Cast.RITA, 20L);
        assertThat(center.run().count(RunReport.Work.COUNTED)).isZero();
        center.after(DAY);
        assertThat(center.run().count(RunReport.Work.COUNTED)).isEqualTo(1);

        assertThat(running())
                .singleElement()
                .satisfies(charge -> assertThat(charge.quantity()).isEqualTo(30));
    }

    @Test
    void aDayWithoutARoundCostsNothing() {
        perCustomer("1.00", "EUR");
        center.run();
        center.after(Duration.ofDays(3));
        center.run();

        assertThat(running())
                .singleElement()
                .satisfies(charge -> assertThat(charge.quantity()).isEqualTo(20));
    }

    @Test
    void aHostThatFailsIsAskedAgain() {
        perCustomer("1.00", "EUR");
        down = true;
        assertThat(center.run().failures()).isEqualTo(1);
        down = false;
        assertThat(center.run().count(RunReport.Work.COUNTED)).isEqualTo(1);
        assertThat(running()).hasSize(1);
    }

    @Test
    @Tag("E10")
    void thoseWhosePriceIsNotPerCustomerAreCountedAndCostNothing() {
        perCustomer("1.00", "EUR");
        center.admin().pricing().custom(Cast.RITA, Price.perTicket("5", "EUR"), Optional.empty());
        customers.put(ResellerId.of("ruth"), 7L);
        assertThat(center.run().count(RunReport.Work.COUNTED)).isEqualTo(2);

        assertThat(running()).isEmpty();
        assertThat(counted()).containsExactlyInAnyOrderEntriesOf(customers);
    }

    @Test
    @Tag("E10")
    void withoutAnyPriceStatisticsKnowHowManyThereAre() {
        center.run();
        center.after(DAY);
        customers.put(Cast.RITA, 12L);
        center.run();

        assertThat(counted()).containsExactlyInAnyOrderEntriesOf(customers);
    }

    @Test
    void oneResellerWhoWasMiscountedKeepsNoOtherFromBeingCounted() {
        perCustomer("1.00", "EUR");
        customers.put(ResellerId.of("ruth"), -1L);

        assertThat(center.run().count(RunReport.Work.COUNTED)).isEqualTo(1);
        assertThat(running()).hasSize(1);
    }

    /** What statistics say of this month. */
    private Map<ResellerId, Long> counted() {
        Map<ResellerId, Long> counted = new HashMap<>();
        YearMonth month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        anna.statistics()
                .of(StatisticsQuery.of(month.atDay(1), month.atEndOfMonth(), ZoneOffset.UTC))
                .resellers()
                .forEach(share -> share.billed()
                        .flatMap(billed -> billed.customers().stream().boxed().findFirst())
                        .ifPresent(number -> counted.put(share.of(), number)));
        return counted;
    }

    @Test
    void eachPriceOfAMonthIsALineOfItsOwn() {
        perCustomer("1.00", "EUR");
        center.run();
        center.after(DAY);
        perCustomer("2.000", "KWD");
        center.run();

        assertThat(running())
                .extracting(Charge::amount)
                // 10 / 31, and 20 / 31
                .containsExactly(Money.of("0.32", "EUR"), Money.of("0.645", "KWD"));
        assertThat(center.rita().statements().running().totals())
                .containsExactly(Money.of("0.32", "EUR"), Money.of("0.645", "KWD"));
    }

    private List<Charge> running() {
        return center.rita().statements().running().customers();
    }

    private List<Charge> charges(Statement statement) {
        return center.admin()
                .statements()
                .charges(statement.id(), Optional.empty())
                .charges();
    }

    private void perCustomer(String amount, String currency) {
        center.admin().pricing().standard(Price.perCustomer(amount, currency), Optional.empty());
    }
}
