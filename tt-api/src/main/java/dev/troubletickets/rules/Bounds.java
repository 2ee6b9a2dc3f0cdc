// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.rules;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How large a condition may be, and which fact can be asked what. */
final class Bounds {
    private Bounds() {}

    /** That a condition may be made of these. */
    static void require(List<Condition> parts) {
        int depth = parts.stream().mapToInt(Condition::depth).max().orElse(0);
        if (depth >= Condition.DEEPEST) {
            throw new IllegalArgumentException("a condition is at most " + Condition.DEEPEST + " levels deep");
        }
        if (parts.stream().mapToInt(Condition::size).sum() >= Condition.MOST_PARTS) {
            throw new IllegalArgumentException("a condition has at most " + Condition.MOST_PARTS + " parts");
        }
    }

    static void require(Fact fact, Fact.Kind... fitting) {
        if (!List.of(fitting).contains(fact.kind())) {
            throw new IllegalArgumentException(
                    switch (fact.kind()) {
                        case NUMBER -> fact + " is a number: ask whether it is at least another";
                        case TEXT -> fact + " is a text: ask whether it contains words";
                        case WORD -> fact + " is no number: ask whether it is a word or contains one";
                    });
        }
    }

    static Set<String> values(Set<String> given) {
        if (given.isEmpty() || given.size() > Condition.MOST_VALUES) {
            throw new IllegalArgumentException("a fact is compared with 1 to " + Condition.MOST_VALUES + " values");
        }
        Set<String> values = new LinkedHashSet<>();
        given.forEach(value -> values.add(value(value)));
        return Collections.unmodifiableSet(values);
    }

    static String value(String given) {
        String value = given.strip();
        if (value.isEmpty()
                || value.length() > Condition.LONGEST_VALUE
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a value is one line of 1 to " + Condition.LONGEST_VALUE + " characters");
        }
        return value;
    }
}
