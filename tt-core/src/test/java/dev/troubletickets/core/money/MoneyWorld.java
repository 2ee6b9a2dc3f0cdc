// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.PricingAdmin;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.Price;
import dev.troubletickets.money.PricingUnit;
import dev.troubletickets.money.Statement;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.view.PageToken;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A center, and the raw facts of what was done in it, from which everything can be computed slowly. */
public final class MoneyWorld {
    /** Not of the library's: whose price, from when; which was said later has the larger place in the list. */
    record SaidPrice(int whose, Optional<Price> price, Instant from) {}

    record Opened(int reseller, Instant at, int statements) {}

    record Corrected(int reseller, Instant at, Money amount) {}

    record Counted(LocalDate day, Instant at, List<Long> customers) {}

    /** @param facts how many openings, corrections and counts had been before it */
    record Issued(int reseller, Statement statement, List<Charge> lines, int openings, int corrections, int counts) {}

    private static final LocalDate FIRST = LocalDate.ofInstant(TestCenter.START, ZoneOffset.UTC);

    private final Map<ResellerId, Long> customers = new HashMap<>();
    private final TestCenter center;
    private final List<SaidPrice> prices = new ArrayList<>();
    private final List<Opened> openings = new ArrayList<>();
    private final List<Corrected> corrections = new ArrayList<>();
    private final List<Counted> counts = new ArrayList<>();
    private final List<Issued> issued = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    MoneyWorld(Storage storage) {
        center = TestCenter.on(storage, builder -> builder.customerCounts(() -> customers));
        for (int i = 0; i < 2; i++) {
            center.directory().people().addReseller(reseller(i)).add(account(i));
            customers.put(reseller(i), 10L + i);
        }
    }

    /** A history of so many steps that the seed makes: every statement is what the recomputation says. */
    public static void assertRecomputed(Storage storage, long seed, int steps) {
        MoneyWorld world = new MoneyWorld(storage);
        Random random = new Random(seed);
        for (int i = 0; i < steps; i++) {
            world.tick();
            world.step(random);
        }
        world.issueAll();
        world.check();
        assertThat(world.issued).as("something was issued").isNotEmpty();
    }

    private void step(Random random) {
        int whose = random.nextInt(2);
        String currency = List.of("JPY", "EUR", "KWD").get(random.nextInt(3));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> open(whose);
            case 3, 4 ->
                price(random.nextInt(3) - 1, random.nextBoolean(), money(random.nextInt(100_000), currency), 4);
            case 5 -> endPrice(whose);
            case 6, 7 -> after(1 + random.nextInt(60));
            case 8, 9 -> round();
            case 10 -> correct(whose, money(random.nextInt(200_000) - 99_999L, currency), "k" + random.nextInt(5));
            default -> issue(whose, 1 + random.nextInt(9));
        }
    }

    static Money money(long units, String currency) {
        return new Money(units, Currency.getInstance(currency));
    }

    void open(int reseller) {
        center.center().customer(account(reseller).id()).open(NewTicket.of("Hi", "Hi"));
        openings.add(new Opened(reseller, now(), issued.size()));
    }

    void price(int whose, boolean perTicket, Money each, int hours) {
        Price price = new Price(perTicket ? PricingUnit.TICKET : PricingUnit.CUSTOMER, each);
        Instant from = now().plus(Duration.ofHours(hours));
        PricingAdmin admin = center.admin().pricing();
        if (whose < 0) {
            admin.standard(price, Optional.of(from));
        } else {
            admin.custom(reseller(whose), price, Optional.of(from));
        }
        prices.add(new SaidPrice(whose, Optional.of(price), from));
    }

    void endPrice(int whose) {
        if (whose < 0) {
            center.admin().pricing().endStandard(Optional.empty());
        } else {
            center.admin().pricing().endCustom(reseller(whose), Optional.empty());
        }
        prices.add(new SaidPrice(whose, Optional.empty(), now()));
    }

    /** No two things happen at one instant. */
    void tick() {
        center.after(Duration.ofMillis(1));
    }

    void after(int hours) {
        center.after(Duration.ofHours(hours));
    }

    void round() {
        assertThat(center.run().failures()).isZero();
        LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
        if (counts.stream().noneMatch(count -> count.day().equals(today))) {
            counts.add(new Counted(today, now(), List.of(customers.get(reseller(0)), customers.get(reseller(1)))));
        }
    }

    void customers(int reseller, int number) {
        customers.put(reseller(reseller), (long) number);
    }

    /** Some keys come twice, with other words: refused. */
    void correct(int reseller, Money amount, String key) {
        if (keys.add(reseller + key)) {
            center.admin().statements().correct(reseller(reseller), amount, "for " + key + amount, key);
            center.admin().statements().correct(reseller(reseller), amount, "for " + key + amount, key);
            corrections.add(new Corrected(reseller, now(), amount));
        }
    }

    void issue(int reseller, int days) {
        LocalDate from = issued.stream()
                .filter(each -> each.reseller() == reseller)
                .map(each -> each.statement().period().through().plusDays(1))
                .reduce((a, b) -> b)
                .orElse(FIRST);
        BillingPeriod period = new BillingPeriod(from, from.plusDays(days - 1));
        var admin = center.admin().statements();
        if (period.end(ZoneOffset.UTC).isAfter(now())) {
            assertThatThrownBy(() -> admin.issue(reseller(reseller), period)).isInstanceOf(Invalid.class);
            return;
        }
        List<Money> preview = admin.preview(reseller(reseller), period).totals();
        Statement statement = admin.issue(reseller(reseller), period);
        assertThat(statement.totals()).isEqualTo(preview);
        assertThat(admin.issue(reseller(reseller), period)).isEqualTo(statement);
        issued.add(
                new Issued(reseller, statement, lines(statement), openings.size(), corrections.size(), counts.size()));
    }

    /** So that nothing is left out. */
    void issueAll() {
        center.after(Duration.ofDays(10));
        for (int reseller = 0; reseller < 2; reseller++) {
            issue(reseller, 9);
        }
    }

    void check() {
        for (int reseller = 0; reseller < 2; reseller++) {
            checkAll(reseller);
        }
    }

    private void checkAll(int reseller) {
        Set<Object> charged = new HashSet<>();
        for (Issued each : issued) {
            if (each.reseller() == reseller) {
                Statement now = center.admin().statements().get(each.statement().id());
                assertThat(now).as("it stays").isEqualTo(each.statement());
                assertThat(lines(now)).as("its lines stay").isEqualTo(each.lines());
                Map<String, BigDecimal> expected = recompute(each, charged);
                Map<String, BigDecimal> told = new TreeMap<>();
                now.totals().forEach(total -> told.put(total.currency().getCurrencyCode(), total.toDecimal()));
                assertThat(told).as("statement %s", now).isEqualTo(expected);
                Map<String, BigDecimal> summed = new TreeMap<>();
                each.lines()
                        .forEach(line -> summed.merge(
                                line.amount().currency().getCurrencyCode(),
                                line.amount().toDecimal(),
                                BigDecimal::add));
                assertThat(summed).as("its lines add up").isEqualTo(expected);
            }
        }
    }

    /** From the facts alone; {@code charged} are those of earlier statements, to which this one's are added. */
    private Map<String, BigDecimal> recompute(Issued statement, Set<Object> charged) {
        Instant end = statement
                .statement()
                .period()
                .through()
                .plusDays(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        int reseller = statement.reseller();
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (int i = 0; i < statement.openings(); i++) {
            Opened opened = openings.get(i);
            if (opened.reseller() == reseller && opened.at().isBefore(end) && charged.add("opened" + i)) {
                applying(reseller, opened.at())
                        .flatMap(SaidPrice::price)
                        .filter(price -> price.unit() == PricingUnit.TICKET)
                        .ifPresent(price -> add(
                                totals, price.each().currency(), price.each().toDecimal()));
            }
        }
        for (int i = 0; i < statement.corrections(); i++) {
            Corrected corrected = corrections.get(i);
            if (corrected.reseller() == reseller && corrected.at().isBefore(end) && charged.add("corrected" + i)) {
                add(totals, corrected.amount().currency(), corrected.amount().toDecimal());
            }
        }
        customerDays(statement, charged).forEach((group, customerDays) -> {
            Money each = group.price().price().orElseThrow().each();
            BigDecimal exact = each.toDecimal().multiply(BigDecimal.valueOf(customerDays));
            if (customerDays > 0) {
                add(
                        totals,
                        each.currency(),
                        exact.divide(
                                BigDecimal.valueOf(group.month().lengthOfMonth()),
                                each.currency().getDefaultFractionDigits(),
                                RoundingMode.HALF_UP));
            }
        });
        return totals;
    }

    /** @param place of the price among those said, since two may be equal */
    record Group(YearMonth month, SaidPrice price, int place) {}

    private Map<Group, Long> customerDays(Issued statement, Set<Object> charged) {
        Map<Group, Long> groups = new LinkedHashMap<>();
        for (int i = 0; i < statement.counts(); i++) {
            Counted counted = counts.get(i);
            Optional<SaidPrice> price =
                    applying(statement.reseller(), counted.at()).filter(said -> isPerCustomer(Optional.of(said)));
            if (price.isPresent()
                    && !counted.day().isAfter(statement.statement().period().through())
                    && charged.add("counted" + i)) {
                groups.merge(
                        new Group(YearMonth.from(counted.day()), price.get(), place(price.get())),
                        counted.customers().get(statement.reseller()),
                        Long::sum);
            }
        }
        return groups;
    }

    private int place(SaidPrice price) {
        for (int i = 0; i < prices.size(); i++) {
            if (prices.get(i) == price) {
                return i;
            }
        }
        throw new AssertionError("a price nobody said");
    }

    private Optional<SaidPrice> applying(int reseller, Instant at) {
        return latest(reseller, at).filter(said -> said.price().isPresent()).or(() -> latest(-1, at));
    }

    private Optional<SaidPrice> latest(int whose, Instant at) {
        SaidPrice found = null;
        for (SaidPrice said : prices) {
            if (said.whose() == whose
                    && !said.from().isAfter(at)
                    && (found == null || !said.from().isBefore(found.from()))) {
                found = said;
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean isPerCustomer(Optional<SaidPrice> said) {
        return said.flatMap(SaidPrice::price)
                .filter(price -> price.unit() == PricingUnit.CUSTOMER)
                .isPresent();
    }

    private static void add(Map<String, BigDecimal> totals, Currency currency, BigDecimal amount) {
        totals.merge(currency.getCurrencyCode(), amount, BigDecimal::add);
    }

    private List<Charge> lines(Statement statement) {
        List<Charge> lines = new ArrayList<>();
        Optional<PageToken> next = Optional.empty();
        do {
            var page = center.admin().statements().charges(statement.id(), next);
            lines.addAll(page.charges());
            next = page.next();
        } while (next.isPresent());
        return lines;
    }

    private Instant now() {
        return center.clock().instant();
    }

    private static ResellerId reseller(int number) {
        return ResellerId.of("reseller" + number);
    }

    private static Account account(int number) {
        return Account.of(
                        AccountId.of("account" + number),
                        "Account " + number,
                        EmailAddress.of("a" + number + "@a.example"))
                .withReseller(reseller(number));
    }
}
