// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import java.util.List;

/**
 * The installation's own words (F1), such as names of products: right in every language, whoever writes. There can be 1,000. Every call needs
 * {@link dev.troubletickets.rights.Permission#SETTINGS}.
 */
public interface SpellingWords {
    /** In alphabetical order. */
    List<String> all();

    /**
     * As {@link Spelling#learn} for all.
     *
     * @throws dev.troubletickets.failure.Invalid {@code word}, unless it is 2 to 50 letters, with apostrophes between them
     * @throws dev.troubletickets.failure.OverLimit {@code spellingWords}
     */
    void add(String word);

    /** Without effect for one that is not there. */
    void remove(String word);
}
