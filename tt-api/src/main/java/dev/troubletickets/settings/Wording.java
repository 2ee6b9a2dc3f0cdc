// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

/**
 * An automatic mail (D7) or a predefined reply (F4) in an installation's own words. Placeholders stand in double braces and come from a closed set:
 * {@code {{number}}}, {@code {{queue}}}, {@code {{name}}} (the customer's), {@code {{installation}}}. Anything a customer wrote is not among
 * them, so that an automatic mail quotes nothing that came in.
 */
public record Wording(String text) {
    private static final int LONGEST = 10_000;

    /** @throws IllegalArgumentException if the text is blank, longer than 10,000 characters, or has NUL */
    public Wording {
        if (text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a wording has 1 to " + LONGEST + " characters");
        }
    }

    public static Wording of(String text) {
        return new Wording(text);
    }
}
