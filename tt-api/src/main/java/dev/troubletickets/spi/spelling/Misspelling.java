// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.spelling;

import java.util.List;

/** A misspelt word at an offset of the text, with suggestions, the likeliest first. */
public record Misspelling(int offset, String word, List<String> suggestions) {
    public Misspelling {
        suggestions = List.copyOf(suggestions);
    }
}
