// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import dev.troubletickets.settings.WeightRule;
import dev.troubletickets.view.TicketWeight.Reason;
import java.util.List;

/** What rules of weight make of facts (B8). */
public final class Weights {
    private Weights() {}

    /** The rules that hold, in their order. */
    public static List<Reason> reasons(List<WeightRule> rules, Facts facts) {
        return rules.stream()
                .flatMap(rule -> Reasons.why(rule.condition(), facts).stream()
                        .map(because -> new Reason(rule.name(), rule.points(), because)))
                .toList();
    }

    /** At most 200 rules of at most a million points each. */
    public static int points(List<WeightRule> rules, Facts facts) {
        return reasons(rules, facts).stream().mapToInt(Reason::points).sum();
    }
}
