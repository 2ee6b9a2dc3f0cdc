// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.Price;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.statistics.ResellerShare;
import dev.troubletickets.statistics.ResellerShare.Billed;
import dev.troubletickets.statistics.StatisticsQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What resellers were charged in any range is what one gets by going through all that happened, slowly (E10): tickets at changing prices in
 * three currencies, corrections, customers by the day, statements in between, by the clocks of awkward zones.
 */
@Tag("E10")
@Tag("E5")
class ChargesModelTest extends BehaviourTest {
    private static final int ACTS = 130;
    private static final ResellerId RUTH = ResellerId.of("ruth");
    private static final BigDecimal EACH = new BigDecimal("3.10");
    private static final List<String> ZONES =
            List.of("UTC", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Chatham", "Europe/Berlin", "America/St_Johns");

    /** Those that {@link #RUTH} pays for. */
    private Map<ResellerId, Long> customers;

    private final CustomerDesk roses = center.center().customer(AccountId.of("rose"));
    private final List<Charged> charged = new ArrayList<>();
    private final TreeMap<LocalDate, Long> counted = new TreeMap<>();
    private Price ritas = Price.perTicket("12.50", "EUR");
    private boolean offered = true;
    private Optional<YearMonth> issued = Optional.empty();

    private record Charged(Instant at, ResellerId reseller, Money amount) {}

    @Override
    protected void wire(SupportCenter.Builder builder) {
        customers = new HashMap<>();
        builder.customerCounts(() -> customers);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void chargesAreThoseOfWhatWasDone(long seed) {
        Random random = new Random(seed);
        center.directory()
                .people()
                .addReseller(RUTH)
                .add(Account.of(AccountId.of("rose"), "Rose", EmailAddress.of("rose@rose.example"))
                        .withReseller(RUTH));
        center.admin().pricing().standard(ritas, Optional.empty());
        center.admin().pricing().custom(RUTH, Price.perCustomer(EACH.toString(), "EUR"), Optional.empty());
        customers.put(RUTH, 10L);
        for (int i = 0; i < ACTS; i++) {
            center.after(Duration.ofMinutes(1 + random.nextInt(1500)));
            act(random, i);
        }
        for (String zone : ZONES) {
            for (int i = 0; i < 6; i++) {
                LocalDate from = LocalDate.of(2026, 3, 1).plusDays(random.nextInt(60));
                compare(StatisticsQuery.of(from, from.plusDays(random.nextInt(90)), ZoneId.of(zone)));
            }
            compare(StatisticsQuery.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 12, 31), ZoneId.of(zone)));
        }
    }

    private void act(Random random, int number) {
        switch (random.nextInt(10)) {
            case 0 -> {
                ritas = List.of(
                                Price.perTicket("7.25", "EUR"),
                                Price.perTicket("150", "JPY"),
                                Price.perTicket("0.005", "KWD"),
                                Price.perTicket("12.50", "EUR"))
                        .get(random.nextInt(4));
                center.admin().pricing().standard(ritas, Optional.empty());
            }
            case 1, 2 -> correct(random, number);
            case 3 -> round(random);
            case 4 -> offer(!offered);
            case 5 -> issue();
            case 6 -> roses.open(NewTicket.of("Help", "Please"));
            default -> open();
        }
    }

    private void open() {
        center.bob().open(NewTicket.of("Help", "Please"));
        if (offered) {
            charged.add(new Charged(clock.instant(), Cast.RITA, ritas.each()));
        }
    }

    private void correct(Random random, int number) {
        ResellerId reseller = random.nextBoolean() ? Cast.RITA : RUTH;
        Money amount = Money.of(
                Integer.toString(random.nextInt(99) - 49),
                List.of("EUR", "JPY", "KWD").get(random.nextInt(3)));
        for (int again = 0; again < 2; again++) {
            center.admin().statements().correct(reseller, amount, "agreed", "key" + number);
        }
        charged.add(new Charged(clock.instant(), reseller, amount));
    }

    /** Customers are counted once a day. */
    private void round(Random random) {
        customers.put(RUTH, (long) random.nextInt(50));
        center.run();
        counted.putIfAbsent(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), customers.get(RUTH));
    }

    private void offer(boolean value) {
        offered = value;
        center.admin()
                .resellers()
                .save(center.admin()
                        .resellers()
                        .support()
                        .with(before -> ResellerSupport.offered().offering(Cast.RITA, value)));
    }

    /** The lines for customers that a statement has are not charged a second time. */
    private void issue() {
        YearMonth next = issued.map(month -> month.plusMonths(1)).orElse(YearMonth.of(2026, 3));
        if (YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).isAfter(next)) {
            center.admin().statements().issue(RUTH, BillingPeriod.month(next));
            center.admin().statements().issue(Cast.RITA, BillingPeriod.month(next));
            issued = Optional.of(next);
        }
    }

    private void compare(StatisticsQuery query) {
        Map<ResellerId, Billed> found = new HashMap<>();
        for (ResellerShare share : anna.statistics().of(query).resellers()) {
            Billed billed = share.billed().orElseThrow();
            if (!billed.equals(Billed.NOTHING)) {
                found.put(share.of(), billed);
            }
        }
        assertThat(found).as(query.toString()).isEqualTo(expected(query));
    }

    private Map<ResellerId, Billed> expected(StatisticsQuery query) {
        Map<ResellerId, TreeMap<String, Money>> sums = new HashMap<>();
        for (Charged each : charged) {
            LocalDate day = LocalDate.ofInstant(each.at(), query.zone());
            if (!day.isBefore(query.from()) && !day.isAfter(query.to())) {
                add(sums, each.reseller(), each.amount());
            }
        }
        Map<LocalDate, Long> days = counted.subMap(query.from(), true, query.to(), true);
        Map<YearMonth, Long> months = new TreeMap<>();
        days.forEach((day, number) -> months.merge(YearMonth.from(day), number, Long::sum));
        months.forEach((month, number) -> {
            if (number > 0) {
                BigDecimal amount = EACH.multiply(BigDecimal.valueOf(number))
                        .divide(BigDecimal.valueOf(month.lengthOfMonth()), 2, RoundingMode.HALF_UP);
                add(sums, RUTH, Money.of(amount.toPlainString(), "EUR"));
            }
        });
        Map<ResellerId, Billed> expected = new HashMap<>();
        sums.forEach((reseller, amounts) ->
                expected.put(reseller, new Billed(OptionalLong.empty(), List.copyOf(amounts.values()))));
        if (!days.isEmpty()) {
            long last = counted.floorEntry(query.to()).getValue();
            List<Money> charges =
                    Optional.ofNullable(expected.get(RUTH)).map(Billed::charges).orElse(List.of());
            expected.put(RUTH, new Billed(OptionalLong.of(last), charges));
        }
        return expected;
    }

    private static void add(Map<ResellerId, TreeMap<String, Money>> sums, ResellerId reseller, Money amount) {
        sums.computeIfAbsent(reseller, each -> new TreeMap<>())
                .merge(amount.currency().getCurrencyCode(), amount, Money::plus);
    }
}
