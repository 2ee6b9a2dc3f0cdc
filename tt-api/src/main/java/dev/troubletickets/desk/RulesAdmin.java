// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.settings.RuleSet;

/**
 * The installation's rules (B8, B10): data that is saved whole. Every method needs the permission {@code RULES}, else throws {@link
 * dev.troubletickets.failure.NotPermitted}.
 */
public interface RulesAdmin {
    RuleSet current();

    /**
     * Replaces the rules: in force on this node at once, on the others within five seconds. Active tickets are weighed anew in the
     * background.
     */
    void save(RuleSet rules);

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
