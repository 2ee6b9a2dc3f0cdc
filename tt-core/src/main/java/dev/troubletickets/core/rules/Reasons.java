// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a condition holds, and which of its parts made it so (G1). */
public final class Reasons {
    private Reasons() {}

    /** The parts that decided, in their order; no part decides {@link Condition#always}. Empty if the condition does not hold. */
    public static Optional<List<Match>> why(Condition condition, Facts facts) {
        return why(condition, facts, true);
    }

    /** Why the condition is true, or why it is false, as wanted; empty if it is the other. */
    private static Optional<List<Match>> why(Condition condition, Facts facts, boolean wanted) {
        if (condition instanceof Condition.Not not) {
            return why(not.of(), facts, !wanted);
        }
        if (condition instanceof Condition.All all) {
            return wanted ? each(all.of(), facts, true) : first(all.of(), facts, false);
        }
        if (condition instanceof Condition.Any any) {
            return wanted ? first(any.of(), facts, true) : each(any.of(), facts, false);
        }
        return leaf(condition, facts, wanted);
    }

    private static Optional<List<Match>> each(List<Condition> parts, Facts facts, boolean wanted) {
        List<Match> matches = new ArrayList<>();
        for (Condition part : parts) {
            Optional<List<Match>> why = why(part, facts, wanted);
            if (why.isEmpty()) {
                return Optional.empty();
            }
            matches.addAll(why.get());
        }
        return Optional.of(List.copyOf(matches));
    }

    private static Optional<List<Match>> first(List<Condition> parts, Facts facts, boolean wanted) {
        return parts.stream().flatMap(part -> why(part, facts, wanted).stream()).findFirst();
    }

    private static Optional<List<Match>> leaf(Condition condition, Facts facts, boolean wanted) {
        Leaf leaf = Leaf.of(condition, facts);
        return leaf.holds() == wanted ? Optional.of(List.of(leaf.match())) : Optional.empty();
    }
}
