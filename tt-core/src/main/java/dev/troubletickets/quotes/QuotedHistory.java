// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.quotes;

import dev.troubletickets.core.quote.Trimmer;
import dev.troubletickets.passage.Passages;
import java.util.List;

/**
 * Finds the history that mail programs quote, signatures and disclaimers in a plain text (D10). Pages of tickets do it by themselves; this is for
 * texts that are in no ticket. Takes time in proportion to the text; nothing is fetched, kept or thrown, whatever the text is.
 */
public final class QuotedHistory {
    private QuotedHistory() {}

    /** By the marks that mail programs leave. */
    public static Passages in(String text) {
        return in(text, List.of());
    }

    /**
     * By words that were sent before, first, and then by the marks that mail programs leave.
     *
     * @param sent what was sent to the author before, as plain text; of many the last five are looked at
     */
    public static Passages in(String text, List<String> sent) {
        return Trimmer.passages(text, sent);
    }
}
