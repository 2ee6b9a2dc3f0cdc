// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import java.util.Arrays;
import java.util.List;

/**
 * The rules of an installation; none by default. At most {@value #MOST_RULES} in all.
 *
 * @param weights what tickets weigh (B8); their order matters only to who reads them
 */
public record RuleSet(List<WeightRule> weights) {
    public static final int MOST_RULES = 200;

    private static final int LONGEST_NAME = 100;

    /** @throws IllegalArgumentException if there are too many rules, or two of a kind have one name */
    public RuleSet {
        weights = List.copyOf(weights);
        if (weights.size() > MOST_RULES) {
            throw new IllegalArgumentException("there are at most " + MOST_RULES + " rules");
        }
        requireDistinct(weights.stream().map(WeightRule::name).toList());
    }

    public static RuleSet none() {
        return new RuleSet(List.of());
    }

    public RuleSet withWeights(WeightRule... rules) {
        return new RuleSet(Arrays.asList(rules));
    }

    static String name(String given) {
        String name = given.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a rule's name is one line of 1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }

    private static void requireDistinct(List<String> names) {
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("each rule has a name of its own");
        }
    }
}
