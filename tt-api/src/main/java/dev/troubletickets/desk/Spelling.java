// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.spi.spelling.Misspelling;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks what a technician writes before it is sent (F1). What is right besides the words of dictionaries: the installation's own words
 * ({@link AdminDesk#spellingWords}) and the technician's. Both are among the suggestions, too, for the first 100 different misspelt words of a
 * text; for how many the dictionaries are asked is the spell-checker's to say.
 */
public interface Spelling {
    /** What can be chosen from; nothing if no spell-checker is wired in. */
    Set<Locale> languages();

    /**
     * The misspelt words of a text, in order, in the language to which most of its words belong; none where no language
     * knows any of them.
     *
     * @throws dev.troubletickets.failure.OverLimit {@code textCharacters}, where an answer would be too long, too
     * @throws dev.troubletickets.failure.Unavailable if no spell-checker is wired in
     */
    List<Misspelling> check(String text);

    /**
     * The same in this language.
     *
     * @throws dev.troubletickets.failure.Invalid {@code language}, if it is none of {@link #languages}
     * @throws dev.troubletickets.failure.OverLimit {@code textCharacters}, where an answer would be too long, too
     * @throws dev.troubletickets.failure.Unavailable if no spell-checker is wired in
     */
    List<Misspelling> check(String text, Locale language);

    /** The technician's own words, in alphabetical order; there can be 1,000. */
    List<String> words();

    /**
     * Adds to one's own words; one that is there already stays. One in lower case is right with capitals, too; one with capitals only
     * with those, or all in capitals.
     *
     * @throws dev.troubletickets.failure.Invalid {@code word}, unless it is 2 to 50 letters, with apostrophes between them
     * @throws dev.troubletickets.failure.OverLimit {@code spellingWords}
     */
    void learn(String word);

    /** Without effect for one that is not there. */
    void forget(String word);
}
