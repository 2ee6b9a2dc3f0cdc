// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A word that staff put on tickets to find them by (G10): 1 to 40 letters, digits and {@code - _ . :} of any script. Kept in lower case,
 * so {@code VIP} and {@code vip} are one tag.
 */
public record Tag(String value) implements Comparable<Tag> {
    private static final int LONGEST = 40;

    /** @throws IllegalArgumentException if the value is no such word; spaces around it are left out */
    public Tag {
        value = value.strip();
        if (value.length() <= LONGEST) {
            value = composed(composed(value).toLowerCase(Locale.ROOT));
        }
        if (value.isEmpty() || value.length() > LONGEST || !value.codePoints().allMatch(Tag::isAllowed)) {
            throw new IllegalArgumentException("a tag is 1 to " + LONGEST + " letters, digits or any of - _ . :");
        }
    }

    public static Tag of(String value) {
        return new Tag(value);
    }

    /** By code points. */
    @Override
    public int compareTo(Tag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isAllowed(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || "-_.:".indexOf(c) >= 0;
    }
}
