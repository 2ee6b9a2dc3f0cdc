// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import java.time.Duration;

/**
 * How long a customer of some kind waits for an answer at the most (B9).
 *
 * @param name what staff are shown as the reason of a due time
 * @param when which tickets it is for
 * @param allowed working time of the ticket's queue
 */
public record AnswerTarget(String name, Condition when, Duration allowed) {
    private static final int LONGEST = 100;
    private static final Duration SHORTEST_TIME = Duration.ofMinutes(1);
    private static final Duration LONGEST_TIME = Duration.ofDays(366);

    /**
     * @throws IllegalArgumentException if the name is not one line of 1 to 100 characters, the time not one minute to 366 days in whole
     *     seconds, or a fact is asked that is known only while a ticket is being opened
     */
    public AnswerTarget {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a target's name is one line of 1 to " + LONGEST + " characters");
        }
        if (allowed.compareTo(SHORTEST_TIME) < 0 || allowed.compareTo(LONGEST_TIME) > 0 || allowed.toNanosPart() != 0) {
            throw new IllegalArgumentException("an answer may take one minute to 366 days, in whole seconds");
        }
        if (!when.facts().allMatch(Fact::isLasting)) {
            throw new IllegalArgumentException("a target asks facts that last");
        }
    }

    /** A target for every ticket. */
    public static AnswerTarget always(String name, Duration allowed) {
        return new AnswerTarget(name, Condition.always(), allowed);
    }

    public static AnswerTarget when(Condition condition, String name, Duration allowed) {
        return new AnswerTarget(name, condition, allowed);
    }
}
