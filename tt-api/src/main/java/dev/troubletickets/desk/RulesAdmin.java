// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SavedRules;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.RuleTrials;
import java.util.Optional;

/**
 * The installation's rules (B8, B10): data that is saved whole. Every method needs the permission {@code RULES}, else throws {@link
 * dev.troubletickets.failure.NotPermitted}.
 */
public interface RulesAdmin {
    RuleSet current();

    /**
     * Replaces the rules: in force on this node at once, on the others within five seconds. Active tickets are weighed anew in the
     * background.
     *
     * @throws dev.troubletickets.failure.Invalid if a rule on submission names a queue or category that does not exist, or a technician who
     *     cannot be given the ticket; {@code field()} says where. What is there now and is gone later is passed over then, and the
     *     ticket's history says so
     */
    void save(RuleSet rules);

    /** The rules, with the mark to save others in place of them by. */
    SavedRules saved();

    /**
     * Replaces the rules, unless somebody has saved others since these were {@linkplain #saved read}.
     *
     * @throws dev.troubletickets.failure.NotPermitted with {@code SAVED_BY_ANOTHER} then
     * @throws dev.troubletickets.failure.Invalid as {@link #save(RuleSet)}
     */
    void save(SavedRules edited);

    /**
     * Which rules on submission would act on the tickets there are, and why; changes nothing, and saves nothing (B10). Each ticket is asked
     * as it is now, as if it were submitted so; whether a reply would be mailed is not asked. The newest first, 50 tickets a page, of those
     * that the caller sees.
     *
     * @throws dev.troubletickets.failure.Invalid as {@link #save(RuleSet)}, and if the token is of other rules
     */
    RuleTrials tryOut(RuleSet rules, Optional<PageToken> from);

    /** The rules as JSON, to keep in a file or to edit by hand; {@link #parse} reads it back. */
    String toJson(RuleSet rules);

    /**
     * Reads rules and saves nothing.
     *
     * @throws dev.troubletickets.failure.Invalid for anything that cannot be taken, unknown fields and facts among it; {@code field()} says
     *     where, such as {@code rules.weights[2].condition.all[0].fact}
     * @throws dev.troubletickets.failure.OverLimit above 1,000,000 characters
     */
    RuleSet parse(String json);
}
