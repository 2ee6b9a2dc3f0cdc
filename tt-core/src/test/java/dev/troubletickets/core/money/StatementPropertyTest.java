// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.memory.InMemoryStorage;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/**
 * Random histories of prices, tickets, counts, corrections and statements, in currencies with no, two and three decimals: every statement
 * is what a slow recomputation from the raw facts says, to the smallest unit, at the moment it is issued and ever after.
 */
class StatementPropertyTest {
    @Property(tries = 300)
    @Tag("E5")
    void statementsAreWhatARecomputationSays(@ForAll("histories") List<Step> history) {
        MoneyWorld world = new MoneyWorld(InMemoryStorage.create());
        history.forEach(step -> {
            world.tick();
            step.in(world);
        });
        world.issueAll();
        world.check();
    }

    /** One thing that happens. */
    interface Step {
        void in(MoneyWorld world);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> reseller = Arbitraries.integers().between(0, 1);
        Arbitrary<Integer> whose = Arbitraries.integers().between(-1, 1);
        Arbitrary<String> currency = Arbitraries.of("JPY", "EUR", "KWD");
        Arbitrary<Long> units = Arbitraries.longs().between(0, 100_000);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<Step> open = reseller.map(who -> named("open " + who, w -> w.open(who)));
        Arbitrary<Step> price = Combinators.combine(
                        whose, flag, units, currency, Arbitraries.integers().between(0, 40))
                .as((who, tickets, each, code, hours) -> named(
                        "price " + who + " " + tickets + " " + each + code + " in " + hours,
                        w -> w.price(who, tickets, MoneyWorld.money(each, code), hours)));
        Arbitrary<Step> end = whose.map(who -> named("end " + who, w -> w.endPrice(who)));
        Arbitrary<Step> time = Arbitraries.integers().between(1, 60).map(h -> named("after " + h, w -> w.after(h)));
        Arbitrary<Step> round = flag.map(any -> named("round", MoneyWorld::round));
        Arbitrary<Step> customers = Combinators.combine(
                        reseller, Arbitraries.integers().between(0, 99))
                .as((who, n) -> named("customers " + who + " " + n, w -> w.customers(who, n)));
        Arbitrary<Step> correct = Combinators.combine(
                        reseller,
                        Arbitraries.longs().between(-99_999, 99_999),
                        currency,
                        Arbitraries.integers().between(0, 5))
                .as((who, u, code, key) -> named(
                        "correct " + who + " " + u + code, w -> w.correct(who, MoneyWorld.money(u, code), "k" + key)));
        Arbitrary<Step> issue = Combinators.combine(
                        reseller, Arbitraries.integers().between(1, 9))
                .as((who, days) -> named("issue " + who + " " + days, w -> w.issue(who, days)));
        return Arbitraries.frequencyOf(
                        Tuple.of(6, open),
                        Tuple.of(3, price),
                        Tuple.of(1, end),
                        Tuple.of(6, time),
                        Tuple.of(6, round),
                        Tuple.of(2, customers),
                        Tuple.of(2, correct),
                        Tuple.of(3, issue))
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    private static Step named(String name, Step step) {
        return new Step() {
            @Override
            public void in(MoneyWorld world) {
                step.in(world);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
