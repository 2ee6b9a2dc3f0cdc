// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import dev.troubletickets.core.quote.Trimmer;
import dev.troubletickets.inclusions.EncryptedBlocks;

/**
 * A text with blanks in place of whatever no dictionary is for: quoted and forwarded history, code between fences, and OpenPGP's armor
 * (RFC 9580 section 6.2) with its lines of dashes. Every other character stays where it was; lines end in CR, LF or both. The words of a
 * signed message (section 7) stay, and so does armor that is broken: an encrypted block is what {@link EncryptedBlocks} takes for one,
 * any other ends with the line that belongs to its first.
 */
final class Prose {
    private static final String BEGINS = "-----BEGIN PGP ";
    private static final String ENDS = "-----END PGP ";
    private static final String SIGNED = "SIGNED MESSAGE-----";
    private static final String ENCRYPTED = "MESSAGE-----";
    private static final String ESCAPE = "- ";

    private final String text;
    private final StringBuilder prose;
    /** Where a block begins whose end has not come yet; -1 outside of such. */
    private int open = -1;
    /** What that block is. */
    private String kind = "";
    /** Between the first line of a signed message and its words. */
    private boolean inHeaders;

    private Prose(String text) {
        this.text = text;
        prose = new StringBuilder(Trimmer.written(text));
    }

    static String of(String text) {
        Prose found = new Prose(inLines(text));
        EncryptedBlocks.in(found.text).all().forEach(block -> found.blank(block.start(), block.end()));
        found.leaveOutArmor();
        return found.prose.toString();
    }

    /** A CR alone ends a line, too. */
    private static String inLines(String text) {
        StringBuilder lines = new StringBuilder(text);
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
            if (!text.startsWith("\n", at + 1)) {
                lines.setCharAt(at, '\n');
            }
        }
        return lines.toString();
    }

    private void leaveOutArmor() {
        for (int start = 0; start < text.length(); ) {
            int next = text.indexOf('\n', start);
            int end = next < 0 ? text.length() : next;
            line(start, end);
            start = end + 1;
        }
    }

    private void line(int start, int end) {
        int from = start;
        while (from < end && (Words.isSpace(text.charAt(from)) || text.charAt(from) == '>')) {
            from++;
        }
        if (text.startsWith(ESCAPE + "-----", from)) {
            from += ESCAPE.length();
        }
        if (text.startsWith(BEGINS, from)) {
            begin(from, text.substring(from + BEGINS.length(), end).stripTrailing());
            blank(start, end);
        } else if (text.startsWith(ENDS, from)) {
            boolean closes = open >= 0
                    && kind.equals(text.substring(from + ENDS.length(), end).stripTrailing());
            blank(closes ? open : start, end);
            open = -1;
        } else if (inHeaders) {
            inHeaders = isHeader(text.substring(from, end));
            if (inHeaders) {
                blank(start, end);
            }
        }
    }

    private void begin(int from, String what) {
        inHeaders = what.equals(SIGNED);
        kind = what;
        open = inHeaders || what.equals(ENCRYPTED) ? -1 : from;
    }

    /** Such as {@code Hash: SHA256}. */
    private static boolean isHeader(String line) {
        int colon = line.indexOf(": ");
        return colon > 0 && line.indexOf(' ') > colon;
    }

    private void blank(int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) != '\n') {
                prose.setCharAt(at, ' ');
            }
        }
    }
}
