// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.mail;

/**
 * How much of a stranger's message is read.
 *
 * @param bytes of the whole message; 50 MiB by default
 * @param headerBytes of all headers of one part; 256 KiB by default
 * @param parts MIME parts; 1,000 by default
 * @param depth levels of nesting; 50 by default
 * @param textCharacters characters of the text that becomes the ticket's message; 1,000,000 by default
 */
public record MailLimits(long bytes, int headerBytes, int parts, int depth, int textCharacters) {
    public static MailLimits defaults() {
        return new MailLimits(50L << 20, 256 << 10, 1_000, 50, 1_000_000);
    }
}
