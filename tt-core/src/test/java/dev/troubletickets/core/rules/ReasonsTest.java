// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.rules.Match;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What conditions say of facts, and why (B8, B10, G1). */
class ReasonsTest {
    private static final Facts GOLD = new Facts(
            Map.of(
                    Fact.PLAN,
                    List.of("Gold"),
                    Fact.LANGUAGE,
                    List.of("de", "de-AT"),
                    Fact.SUBJECT,
                    List.of("URGENT: down")),
            Map.of(Fact.SPENDING, 250L));

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aConditionHoldsAsLogicSays(@ForAll("conditions") Condition condition, @ForAll("facts") Facts facts) {
        assertThat(Reasons.why(condition, facts).isPresent()).isEqualTo(holds(condition, facts));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void itHoldsOrItsOppositeDoes(@ForAll("conditions") Condition condition, @ForAll("facts") Facts facts) {
        if (condition.depth() < Condition.DEEPEST) {
            assertThat(Reasons.why(Condition.not(condition), facts).isPresent())
                    .isNotEqualTo(Reasons.why(condition, facts).isPresent());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theReasonsAloneWouldDo(@ForAll("conditions") Condition condition, @ForAll("facts") Facts facts) {
        List<Fact> named = Reasons.why(condition, facts).orElse(List.of()).stream()
                .map(Match::fact)
                .toList();
        Facts rest = new Facts(only(facts.texts(), named), only(facts.numbers(), named));
        if (Reasons.why(condition, facts).isPresent() && !hasNot(condition)) {
            assertThat(Reasons.why(condition, rest)).isEqualTo(Reasons.why(condition, facts));
        }
    }

    @Test
    @Tag("G1")
    void theReasonsNameTheLeafThatHeldAndWhatItFound() {
        Condition condition = Condition.all(
                Condition.any(Condition.is(Fact.PLAN, "Silver", "gold"), Condition.atLeast(Fact.SPENDING, 1)),
                Condition.not(Condition.atLeast(Fact.SPENDING, 1000)),
                Condition.is(Fact.LANGUAGE, "de-at"),
                Condition.contains(Fact.SUBJECT, "urgent"));

        assertThat(Reasons.why(condition, GOLD).orElseThrow())
                .extracting(Match::toString)
                .containsExactly(
                        "plan is Silver, gold: Gold",
                        "spending is not at least 1000: 250",
                        "language is de-at: de-AT",
                        "subject contains urgent: urgent");
    }

    @Test
    void whatIsUnknownIsNothingButTheOpposite() {
        assertThat(Reasons.why(Condition.is(Fact.GROUP, "vip"), GOLD)).isEmpty();
        assertThat(Reasons.why(Condition.atLeast(Fact.SERVICES, Long.MIN_VALUE), GOLD))
                .isEmpty();
        assertThat(Reasons.why(Condition.not(Condition.is(Fact.GROUP, "vip")), GOLD))
                .contains(List.of(new Match(Fact.GROUP, "is not vip", "")));
        assertThat(Reasons.why(Condition.always(), GOLD)).contains(List.of());
    }

    @Test
    void noPatternIsAPatternHere() {
        Facts facts = new Facts(Map.of(Fact.SUBJECT, List.of("a".repeat(250))), Map.of());

        assertThat(Reasons.why(Condition.contains(Fact.SUBJECT, "(a+)+$"), facts))
                .isEmpty();
        assertThat(Reasons.why(Condition.contains(Fact.SUBJECT, ".*"), facts)).isEmpty();
        assertThat(Reasons.why(Condition.is(Fact.PLAN, "%"), GOLD)).isEmpty();
    }

    @Test
    void aFactIsAskedOnlyWhatItCanAnswer() {
        assertThatThrownBy(() -> Condition.is(Fact.SPENDING, "3")).hasMessageContaining("spending is a number");
        assertThatThrownBy(() -> Condition.is(Fact.SUBJECT, "Hi")).hasMessageContaining("subject is a text");
        assertThatThrownBy(() -> Condition.atLeast(Fact.PLAN, 3)).hasMessageContaining("plan is no number");
        assertThatThrownBy(() -> Condition.contains(Fact.PRIORITY, "3")).hasMessageContaining("priority is a number");
    }

    @Test
    void conditionsHaveLimits() {
        Condition deep = Condition.not(Condition.not(Condition.not(Condition.not(Condition.is(Fact.PLAN, "x")))));
        Condition wide = new Condition.All(Collections.nCopies(198, Condition.always()));

        assertThat(deep.depth()).isEqualTo(Condition.DEEPEST);
        assertThatThrownBy(() -> Condition.not(deep)).hasMessageContaining("5 levels");
        assertThat(Condition.not(wide).size()).isEqualTo(Condition.MOST_PARTS);
        assertThatThrownBy(() -> Condition.all(wide, Condition.always())).hasMessageContaining("200 parts");
        assertThatThrownBy(() -> Condition.any()).hasMessageContaining("any of nothing");
        assertThatThrownBy(() -> Condition.is(Fact.PLAN)).hasMessageContaining("1 to 50");
        assertThatThrownBy(() -> Condition.is(Fact.PLAN, words(51))).hasMessageContaining("1 to 50");
        assertThatThrownBy(() -> Condition.is(Fact.PLAN, "x".repeat(201))).hasMessageContaining("200 characters");
        assertThatThrownBy(() -> Condition.contains(Fact.TEXT, " ")).hasMessageContaining("200 characters");
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return RandomConditions.conditions();
    }

    @Provide
    Arbitrary<Facts> facts() {
        return RandomConditions.facts();
    }

    /** The same in the plainest words. */
    private static boolean holds(Condition condition, Facts facts) {
        if (condition instanceof Condition.All all) {
            return all.of().stream().allMatch(part -> holds(part, facts));
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().anyMatch(part -> holds(part, facts));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.of(), facts);
        }
        if (condition instanceof Condition.AtLeast atLeast) {
            return Optional.ofNullable(facts.numbers().get(atLeast.fact()))
                    .map(number -> number >= atLeast.number())
                    .orElse(false);
        }
        if (condition instanceof Condition.Is is) {
            return facts.texts().getOrDefault(is.fact(), List.of()).stream()
                    .anyMatch(text ->
                            is.values().stream().anyMatch(value -> lower(value).equals(lower(text))));
        }
        Condition.Contains contains = (Condition.Contains) condition;
        return facts.texts().getOrDefault(contains.fact(), List.of()).stream()
                .anyMatch(text -> lower(text).contains(lower(contains.words())));
    }

    private static boolean hasNot(Condition condition) {
        return condition instanceof Condition.Not || condition.parts().stream().anyMatch(ReasonsTest::hasNot);
    }

    private static <V> Map<Fact, V> only(Map<Fact, V> all, List<Fact> named) {
        Map<Fact, V> some = new java.util.EnumMap<>(Fact.class);
        all.forEach((fact, value) -> {
            if (named.contains(fact)) {
                some.put(fact, value);
            }
        });
        return some;
    }

    private static String[] words(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> "w" + i).toArray(String[]::new);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
