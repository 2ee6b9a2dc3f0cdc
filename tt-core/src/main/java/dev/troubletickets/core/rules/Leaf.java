// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.rules.Match;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One question to one fact, answered; the opposite is the same question where the answer was no. */
record Leaf(Fact fact, boolean holds, String test, String opposite, String found) {
    static Leaf of(Condition condition, Facts facts) {
        if (condition instanceof Condition.Is is) {
            return is(is, facts.texts(is.fact()));
        }
        if (condition instanceof Condition.AtLeast atLeast) {
            return atLeast(atLeast, facts.number(atLeast.fact()));
        }
        if (condition instanceof Condition.Contains contains) {
            return contains(contains, facts.texts(contains.fact()));
        }
        throw new IllegalStateException("asks no fact: " + condition);
    }

    Match match() {
        return new Match(fact, holds ? test : opposite, found);
    }

    private static Leaf is(Condition.Is is, List<String> texts) {
        Set<String> wanted = is.values().stream().map(Leaf::lower).collect(Collectors.toSet());
        Optional<String> found =
                texts.stream().filter(text -> wanted.contains(lower(text))).findFirst();
        String values = String.join(", ", is.values());
        return new Leaf(
                is.fact(),
                found.isPresent(),
                "is " + values,
                "is not " + values,
                found.orElseGet(() -> String.join(", ", texts)));
    }

    private static Leaf atLeast(Condition.AtLeast atLeast, Optional<Long> number) {
        return new Leaf(
                atLeast.fact(),
                number.filter(n -> n >= atLeast.number()).isPresent(),
                "is at least " + atLeast.number(),
                "is not at least " + atLeast.number(),
                number.map(String::valueOf).orElse(""));
    }

    /** Long texts are not repeated in reasons; what was found is what was looked for. */
    private static Leaf contains(Condition.Contains contains, List<String> texts) {
        String wanted = lower(contains.words());
        boolean holds = texts.stream().anyMatch(text -> lower(text).contains(wanted));
        String found =
                contains.fact().kind() == Fact.Kind.WORD ? String.join(", ", texts) : holds ? contains.words() : "";
        return new Leaf(
                contains.fact(), holds, "contains " + contains.words(), "does not contain " + contains.words(), found);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
