// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

/**
 * How much one message may hold, and how much is offered for it. Exceeding one of the former is an {@code OverLimit} that names it.
 *
 * @param textCharacters characters of one text; 100,000 by default
 * @param attachments attachments of one message; 20 by default
 * @param attachmentBytes bytes of one attachment; 20 MiB by default
 * @param cc addresses in CC; 20 by default
 * @param suggestions how many articles are suggested for the text of a new ticket, 0 to 20 (E9); 5 by default
 */
public record Limits(int textCharacters, int attachments, long attachmentBytes, int cc, int suggestions) {
    private static final int SUGGESTIONS = 5;
    private static final int MOST_SUGGESTIONS = 20;

    /** @throws IllegalArgumentException if a limit of a message is below 1, or suggestions are not 0 to 20 */
    public Limits {
        if (textCharacters < 1 || attachments < 1 || attachmentBytes < 1 || cc < 1) {
            throw new IllegalArgumentException("limits start at 1");
        }
        if (suggestions < 0 || suggestions > MOST_SUGGESTIONS) {
            throw new IllegalArgumentException("suggestions are 0 to " + MOST_SUGGESTIONS);
        }
    }

    /** Of messages alone. */
    public Limits(int textCharacters, int attachments, long attachmentBytes, int cc) {
        this(textCharacters, attachments, attachmentBytes, cc, SUGGESTIONS);
    }

    public static Limits defaults() {
        return new Limits(100_000, 20, 20L << 20, 20);
    }

    /** @throws IllegalArgumentException if they are not 0 to 20 */
    public Limits withSuggestions(int most) {
        return new Limits(textCharacters, attachments, attachmentBytes, cc, most);
    }
}
