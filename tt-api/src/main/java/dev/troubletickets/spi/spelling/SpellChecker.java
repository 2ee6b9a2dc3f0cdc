// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.spelling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds misspelt words; safe for concurrent use. */
public interface SpellChecker {
    /** The languages it can check. */
    Set<Locale> languages();

    /** The language that knows the most words of the text; of several that know equally many the one first given; empty if none knows any. */
    Optional<Locale> languageOf(String text);

    /**
     * The misspelt words of a plain text, in order, each with at most five suggestions, the likeliest first. Offsets count Java
     * characters. Numbers, mail addresses, host and file names, paths, URLs, code between backticks or fences, and whole blocks in
     * OpenPGP's armor are never misspelt; nor are quoted lines ({@code >}) and the history that mail programs leave, with what they put above it.
     * A line ends in CR, LF or both.
     *
     * @throws IllegalArgumentException if the language is none of {@link #languages}
     */
    List<Misspelling> check(String text, Locale language);
}
