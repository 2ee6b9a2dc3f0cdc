// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.passage.Passage;
import dev.troubletickets.passage.Passages;
import java.util.List;

/** What tests ask of a text. */
final class Trimmed {
    private Trimmed() {}

    static Passages of(String text) {
        return Trimmer.passages(text, List.of());
    }

    static String visible(String text) {
        return of(text).visible().strip();
    }

    /** Nothing of the text is hidden. */
    static void isAllShown(String text) {
        assertThat(of(text).all()).allMatch(Passage::isShown);
    }

    /** The rules by which something is hidden, in the order of the text. */
    static List<Passage.Rule> rules(String text) {
        return of(text).all().stream()
                .filter(passage -> passage.kind() != Passage.Kind.NEW)
                .map(Passage::rule)
                .toList();
    }
}
