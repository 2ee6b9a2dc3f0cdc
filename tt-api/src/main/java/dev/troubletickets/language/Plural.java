// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.language;

import java.util.Locale;

/** Which form of a word goes with a whole number: the cardinal categories of Unicode CLDR, for the languages that are shipped. */
public enum Plural {
    ONE,
    FEW,
    MANY,
    OTHER;

    private static final long LARGE = 1_000_000;

    /** @param number not negative */
    public static Plural of(long number, Locale language) {
        return switch (language.getLanguage()) {
            case "ru" -> slavic(number);
            case "fr" -> number <= 1 ? ONE : ofMillions(number);
            case "es" -> number == 1 ? ONE : ofMillions(number);
            default -> number == 1 ? ONE : OTHER;
        };
    }

    private static Plural slavic(long number) {
        long ten = number % 10;
        long hundred = number % 100;
        if (ten == 1 && hundred != 11) {
            return ONE;
        }
        return ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? FEW : MANY;
    }

    /** Un million <i>de</i> fichiers. */
    private static Plural ofMillions(long number) {
        return number != 0 && number % LARGE == 0 ? MANY : OTHER;
    }

    /** As keys of texts name it. */
    String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
