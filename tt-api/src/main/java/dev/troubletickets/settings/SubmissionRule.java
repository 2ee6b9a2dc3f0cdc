// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.rules.Condition;

/**
 * How a new ticket is handled if the condition holds of it as it was submitted (B10).
 *
 * @param stop no rule after this one is asked, if this one holds
 */
public record SubmissionRule(String name, Condition condition, Handling then, boolean stop) {
    /** @throws IllegalArgumentException if the name is not one line of 1 to 100 characters, or the rule does nothing and does not stop */
    public SubmissionRule {
        name = RuleSet.name(name);
        if (then.equals(Handling.nothing()) && !stop) {
            throw new IllegalArgumentException("a rule does something, or keeps those after it from being asked");
        }
    }

    public static SubmissionRule of(String name, Condition condition, Handling then) {
        return new SubmissionRule(name, condition, then, false);
    }

    /** Where it holds, the ticket stays as it is, and no rule after it is asked. */
    public static SubmissionRule stopping(String name, Condition condition) {
        return new SubmissionRule(name, condition, Handling.nothing(), true);
    }

    /** The same, and no rule after it is asked where it holds. */
    public SubmissionRule andStop() {
        return new SubmissionRule(name, condition, then, true);
    }

    /** True if no ticket gets past it. */
    boolean endsAll() {
        return stop && condition.equals(Condition.always());
    }
}
