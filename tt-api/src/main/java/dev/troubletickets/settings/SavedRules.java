// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

/**
 * Rules with the mark by which they are saved.
 *
 * @param version rises with every save; 0 before the first
 */
public record SavedRules(long version, RuleSet rules) {
    /** Other rules, to be saved in place of these. */
    public SavedRules with(RuleSet changed) {
        return new SavedRules(version, changed);
    }
}
