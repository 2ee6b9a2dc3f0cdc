// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.rules;

/**
 * One reason why a condition holds (G1), to be shown as {@code plan is Gold: Gold}.
 *
 * @param test what was asked, such as {@code is Gold, Silver} or {@code is not Gold}
 * @param found what the fact was then; of a text only the words that were looked for; empty if it was unknown or the words are not there
 */
public record Match(Fact fact, String test, String found) {
    @Override
    public String toString() {
        return fact + " " + test + ": " + found;
    }
}
