// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.rules.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of an installation; none by default. At most {@value #MOST_RULES} in all, whose conditions have at most {@value #MOST_PARTS}
 * parts in all.
 *
 * @param weights what tickets weigh (B8); their order matters only to who reads them
 * @param submission how new tickets are handled (B10): every rule is asked of the ticket as it was submitted, once and in this order, until
 *     one that holds says stop. Where several say the same thing otherwise, the last decides; points and tags add up
 */
public record RuleSet(List<WeightRule> weights, List<SubmissionRule> submission) {
    public static final int MOST_RULES = 200;
    public static final int MOST_PARTS = 2_000;

    private static final int LONGEST_NAME = 100;
    private static final int MOST_POINTS = 1_000_000;

    /**
     * @throws IllegalArgumentException if there are too many rules or conditions, two of a kind have one name, or a rule can never be
     *     reached
     */
    public RuleSet {
        weights = List.copyOf(weights);
        submission = List.copyOf(submission);
        if (weights.size() + submission.size() > MOST_RULES) {
            throw new IllegalArgumentException("there are at most " + MOST_RULES + " rules");
        }
        if (conditions(weights, submission).mapToInt(Condition::size).sum() > MOST_PARTS) {
            throw new IllegalArgumentException("the conditions of all rules have at most " + MOST_PARTS + " parts");
        }
        requireDistinct(weights.stream().map(WeightRule::name).toList());
        requireDistinct(submission.stream().map(SubmissionRule::name).toList());
        requireReachable(submission);
    }

    public static RuleSet none() {
        return new RuleSet(List.of(), List.of());
    }

    public RuleSet withWeights(WeightRule... rules) {
        return new RuleSet(Arrays.asList(rules), submission);
    }

    public RuleSet withSubmission(SubmissionRule... rules) {
        return new RuleSet(weights, Arrays.asList(rules));
    }

    static String name(String given) {
        String name = given.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a rule's name is one line of 1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }

    static void requirePoints(int points) {
        if (Math.abs((long) points) > MOST_POINTS) {
            throw new IllegalArgumentException("a rule gives at most " + MOST_POINTS + " points");
        }
    }

    private static Stream<Condition> conditions(List<WeightRule> weights, List<SubmissionRule> submission) {
        return Stream.concat(
                weights.stream().map(WeightRule::condition), submission.stream().map(SubmissionRule::condition));
    }

    private static void requireDistinct(List<String> names) {
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("each rule has a name of its own");
        }
    }

    private static void requireReachable(List<SubmissionRule> rules) {
        for (int i = 0; i + 1 < rules.size(); i++) {
            if (rules.get(i).endsAll()) {
                throw new IllegalArgumentException(rules.get(i + 1).name() + " is never reached: "
                        + rules.get(i).name() + " stops every ticket");
            }
        }
    }
}
