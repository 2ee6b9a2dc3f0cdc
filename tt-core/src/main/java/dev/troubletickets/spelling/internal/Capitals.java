// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import java.util.Locale;

/** Where a word has capitals. */
enum Capitals {
    NONE,
    FIRST,
    ALL,
    MIXED;

    static Capitals of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.equals(lower)) {
            return NONE;
        }
        if (word.equals(FIRST.apply(lower))) {
            return FIRST;
        }
        return word.equals(word.toUpperCase(Locale.ROOT)) ? ALL : MIXED;
    }

    /** Gives a word these capitals, beside those it has. */
    String apply(String word) {
        return switch (this) {
            case NONE, MIXED -> word;
            case FIRST -> {
                int first = word.offsetByCodePoints(0, 1);
                yield word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
            }
            case ALL -> word.toUpperCase(Locale.ROOT);
        };
    }
}
