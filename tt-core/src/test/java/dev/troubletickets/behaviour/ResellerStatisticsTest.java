// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.Price;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.statistics.ResellerShare;
import dev.troubletickets.statistics.ResellerShare.Billed;
import dev.troubletickets.statistics.StatisticsQuery;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Per reseller: tickets, customers and charges (E10), the money for whoever may see prices (E5). */
@Tag("E10")
@Tag("E5")
class ResellerStatisticsTest extends BehaviourTest {
    private static final ResellerId RUTH = ResellerId.of("ruth");
    private static final BillingPeriod MARCH_OF_2026 = BillingPeriod.month(YearMonth.of(2026, 3));
    private static final StatisticsQuery MARCH = days("2026-03-01", "2026-03-31", ZoneOffset.UTC);

    private Map<ResellerId, Long> customers;

    @Override
    protected void wire(SupportCenter.Builder builder) {
        customers = new HashMap<>();
        builder.customerCounts(() -> customers);
    }

    @Test
    void whatTicketsAndCorrectionsComeToIsToldForEachCurrency() {
        center.admin().pricing().standard(Price.perTicket("12.50", "EUR"), Optional.empty());
        open();
        open();
        center.admin().statements().correct(Cast.RITA, Money.of("-2.50", "EUR"), "agreed", "a");
        center.admin().statements().correct(Cast.RITA, Money.of("-7", "JPY"), "agreed", "b");
        center.after(Duration.ofDays(1));
        open();

        ResellerShare rita = share(days("2026-03-02", "2026-03-02", ZoneOffset.UTC), Cast.RITA);
        assertThat(rita.figures().opened()).isEqualTo(2);
        assertThat(rita.billed())
                .contains(new Billed(OptionalLong.empty(), List.of(Money.of("22.50", "EUR"), Money.of("-7", "JPY"))));
        assertThat(share(MARCH, Cast.RITA).billed().orElseThrow().charges())
                .containsExactly(Money.of("35.00", "EUR"), Money.of("-7", "JPY"));
    }

    @Test
    void daysBeginWhereTheQuerySays() {
        center.admin().pricing().standard(Price.perTicket("1.00", "EUR"), Optional.empty());
        // half past seven in the evening of the second of March, in Kolkata past midnight
        center.after(Duration.ofMinutes(630));
        open();
        ZoneId kolkata = ZoneId.of("Asia/Kolkata");

        assertThat(shares(days("2026-03-02", "2026-03-02", kolkata))).isEmpty();
        ResellerShare third = share(days("2026-03-03", "2026-03-03", kolkata), Cast.RITA);
        assertThat(third.figures().opened()).isEqualTo(1);
        assertThat(third.billed().orElseThrow().charges()).containsExactly(Money.of("1.00", "EUR"));
    }

    @Test
    void customersAreThoseOfTheLastDayAndCostTheDaysThatWereCounted() {
        center.admin().pricing().standard(Price.perCustomer("3.10", "EUR"), Optional.empty());
        customers.put(Cast.RITA, 10L);
        customers.put(RUTH, 5L);
        counted(2);
        customers.put(Cast.RITA, 20L);
        counted(2);

        ResellerShare rita = share(days("2026-03-03", "2026-03-05", ZoneOffset.UTC), Cast.RITA);
        assertThat(rita.figures().opened()).isZero();
        // 10 + 20 + 20 of the 31 days, at 3.10
        assertThat(rita.billed()).contains(new Billed(OptionalLong.of(20), List.of(Money.of("5.00", "EUR"))));
        assertThat(share(days("2026-03-02", "2026-03-02", ZoneOffset.UTC), RUTH).billed())
                .contains(new Billed(OptionalLong.of(5), List.of(Money.of("0.50", "EUR"))));
    }

    @Test
    void aStatementChangesNothingAndIsWhatItsMonthCame() {
        center.admin().pricing().standard(Price.perCustomer("1.00", "EUR"), Optional.empty());
        customers.put(Cast.RITA, 10L);
        counted(30);
        Billed before = share(MARCH, Cast.RITA).billed().orElseThrow();

        assertThat(center.admin().statements().issue(Cast.RITA, MARCH_OF_2026).totals())
                .isEqualTo(before.charges())
                .containsExactly(Money.of("9.68", "EUR"));
        assertThat(share(MARCH, Cast.RITA).billed()).contains(before);
    }

    @Test
    @Tag("E3")
    void whoMayNotSeePricesSeesTicketsAlone() {
        center.admin().pricing().standard(Price.perTicket("12.50", "EUR"), Optional.empty());
        open();
        center.directory().people().addReseller(RUTH);
        center.admin().statements().correct(RUTH, Money.of("1.00", "EUR"), "agreed", "a");
        center.admin().give(Cast.JOHN, Permission.STATISTICS);
        center.run();

        assertThat(john.statistics().of(MARCH).resellers()).singleElement().satisfies(share -> {
            assertThat(share.of()).isEqualTo(Cast.RITA);
            assertThat(share.figures().opened()).isEqualTo(1);
            assertThat(share.billed()).isEmpty();
        });
        center.admin().give(Cast.JOHN, Permission.PRICES);
        assertThat(john.statistics().of(MARCH).resellers())
                .extracting(ResellerShare::of)
                .containsExactly(Cast.RITA, RUTH);
    }

    @Test
    @Tag("C6")
    void theExportHasCustomersAndChargesToo() {
        center.admin().pricing().standard(Price.perCustomer("3.10", "EUR"), Optional.empty());
        customers.put(Cast.RITA, 10L);
        counted(1);
        center.admin().statements().correct(Cast.RITA, Money.of("-7", "JPY"), "agreed", "b");
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        anna.statistics().export(MARCH, into);

        assertThat(into.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.startsWith("of,id,name,") && line.endsWith(",load,customers"))
                .anyMatch(line -> line.startsWith("reseller,rita,rita,0,") && line.endsWith(",,10"))
                .contains("charges,rita,EUR,1.00", "charges,rita,JPY,-7");
    }

    private void open() {
        center.bob().open(NewTicket.of("Help", "Please"));
    }

    /** So many days in turn. */
    private void counted(int days) {
        for (int day = 0; day < days; day++) {
            center.run();
            center.after(Duration.ofDays(1));
        }
    }

    private List<ResellerShare> shares(StatisticsQuery query) {
        center.run();
        return anna.statistics().of(query).resellers();
    }

    private ResellerShare share(StatisticsQuery query, ResellerId reseller) {
        return shares(query).stream()
                .filter(share -> share.of().equals(reseller))
                .findFirst()
                .orElseThrow();
    }

    private static StatisticsQuery days(String from, String to, ZoneId zone) {
        return StatisticsQuery.of(LocalDate.parse(from), LocalDate.parse(to), zone);
    }
}
