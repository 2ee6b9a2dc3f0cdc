// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.feed;

import dev.troubletickets.failure.Invalid;

/**
 * A place in the feed, behind an event or at the start. Its text, such as {@code e42}, can be stored; cursors of one installation compare
 * by their positions, and mean nothing in another.
 *
 * @param position how many events stand before it
 */
public record Cursor(long position) implements Comparable<Cursor> {
    private static final Cursor START = new Cursor(0);
    private static final String MARK = "e";
    private static final int MOST_DIGITS = 18;

    /** @throws Invalid if the position is below 0 */
    public Cursor {
        if (position < 0) {
            throw new Invalid("cursor", "its position is below 0");
        }
    }

    /** Before the first event there ever was. */
    public static Cursor start() {
        return START;
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws Invalid for anything else
     */
    public static Cursor parse(String text) {
        String digits = text.startsWith(MARK) ? text.substring(MARK.length()) : "";
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        if (!number) {
            throw new Invalid("cursor", "is no place in the feed");
        }
        return new Cursor(Long.parseLong(digits));
    }

    @Override
    public int compareTo(Cursor other) {
        return Long.compare(position, other.position);
    }

    @Override
    public String toString() {
        return MARK + position;
    }
}
