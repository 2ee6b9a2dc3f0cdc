// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;

/**
 * What makes a ticket heavier, or lighter (B8): the weight of a ticket is the sum of the rules that hold of it, and one for every minute
 * its customer waits.
 *
 * @param points -1,000,000 to 1,000,000
 */
public record WeightRule(String name, Condition condition, int points) {
    /**
     * @throws IllegalArgumentException if the name is not one line of 1 to 100 characters, there are too many points, or the condition asks
     *     what is known only while a ticket is being opened
     */
    public WeightRule {
        name = RuleSet.name(name);
        RuleSet.requirePoints(points);
        condition.facts().filter(fact -> !fact.isLasting()).findFirst().ifPresent(WeightRule::refuse);
    }

    private static void refuse(Fact fact) {
        throw new IllegalArgumentException(fact + " is known only while a ticket is being opened");
    }
}
