// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import java.util.List;

/** What knows the words of one language. The apostrophes it is asked with are plain ones. */
public interface Lexicon {
    /** Whether the word is right as it is written, its case included. */
    boolean knows(String word);

    /** Words that may have been meant, the likeliest first; a few are enough. Asked for a bounded number of words of one text. */
    List<String> suggest(String word);
}
