// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Conditions and facts that often have to do with each other. */
final class RandomConditions {
    private static final List<String> WORDS = List.of("gold", "Gold", "silver", "a.*b", "über", "x");

    private RandomConditions() {}

    static Arbitrary<Condition> conditions() {
        return conditions(Condition.DEEPEST);
    }

    static Arbitrary<Facts> facts() {
        Arbitrary<Map<Fact, List<String>>> texts = Arbitraries.maps(
                Arbitraries.of(facts(Fact.Kind.WORD, Fact.Kind.TEXT)),
                Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(3));
        Arbitrary<Map<Fact, Long>> numbers = Arbitraries.maps(
                Arbitraries.of(facts(Fact.Kind.NUMBER)), Arbitraries.longs().between(-2, 5));
        return Combinators.combine(texts, numbers).as(Facts::new);
    }

    private static Arbitrary<Condition> conditions(int levels) {
        if (levels == 1) {
            return leaves();
        }
        Arbitrary<List<Condition>> parts =
                Arbitraries.lazy(() -> conditions(levels - 1)).list().ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaves()),
                Tuple.of(2, parts.map(Condition.All::new)),
                Tuple.of(2, parts.filter(some -> !some.isEmpty()).map(Condition.Any::new)),
                Tuple.of(1, conditions(levels - 1).map(Condition.Not::new)));
    }

    private static Arbitrary<Condition> leaves() {
        Arbitrary<Condition> is = Combinators.combine(
                        Arbitraries.of(facts(Fact.Kind.WORD)),
                        Arbitraries.of(WORDS).set().ofMinSize(1).ofMaxSize(3))
                .as(Condition.Is::new);
        Arbitrary<Condition> atLeast = Combinators.combine(
                        Arbitraries.of(facts(Fact.Kind.NUMBER)),
                        Arbitraries.longs().between(-2, 5))
                .as(Condition.AtLeast::new);
        Arbitrary<Condition> contains = Combinators.combine(
                        Arbitraries.of(facts(Fact.Kind.WORD, Fact.Kind.TEXT)), Arbitraries.of(WORDS))
                .as(Condition.Contains::new);
        return Arbitraries.oneOf(List.of(is, atLeast, contains));
    }

    private static List<Fact> facts(Fact.Kind... kinds) {
        return Arrays.stream(Fact.values())
                .filter(fact -> List.of(kinds).contains(fact.kind()))
                .toList();
    }
}
