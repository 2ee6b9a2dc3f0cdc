// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

/**
 * How much one message may hold. Exceeding one is an {@code OverLimit} that names it.
 *
 * @param textCharacters characters of one text; 100,000 by default
 * @param attachments attachments of one message; 20 by default
 * @param attachmentBytes bytes of one attachment; 20 MiB by default
 * @param cc addresses in CC; 20 by default
 */
public record Limits(int textCharacters, int attachments, long attachmentBytes, int cc) {
    /** @throws IllegalArgumentException if one is below 1 */
    public Limits {
        if (textCharacters < 1 || attachments < 1 || attachmentBytes < 1 || cc < 1) {
            throw new IllegalArgumentException("limits start at 1");
        }
    }

    public static Limits defaults() {
        return new Limits(100_000, 20, 20L << 20, 20);
    }
}
