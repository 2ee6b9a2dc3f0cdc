// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often a lexicon is asked for suggestions, whatever stands in a text. */
@Tag("F1")
class SuggestionsTest {
    private final List<String> asked = new ArrayList<>();
    private final Lexicon lexicon = new Lexicon() {
        @Override
        public boolean knows(String word) {
            return false;
        }

        @Override
        public List<String> suggest(String word) {
            asked.add(word);
            return List.of("a", "b", "c", "c", "d", "e", "f");
        }
    };

    @Test
    void onlyTheFirstDifferentWordsAreLookedForAndEachOnce() {
        Suggestions suggestions = new Suggestions(lexicon, Suggestions.WORDS);

        for (int round = 0; round < 4; round++) {
            for (int word = 0; word < 5_000; word++) {
                assertThat(suggestions.of("word" + word)).hasSize(word < 100 ? 5 : 0);
            }
        }

        assertThat(asked).hasSize(100).doesNotHaveDuplicates().contains("word0", "word99");
    }

    @Test
    void ofATextTooOnlyTheFirstDifferentWordsAreLookedFor() {
        String text = "one two one three two four five ".repeat(1_000);

        assertThat(Proofreading.read(text, lexicon, 3))
                .hasSize(7_000)
                .allSatisfy(word -> assertThat(word.suggestions().isEmpty())
                        .as(word.word())
                        .isEqualTo(word.word().startsWith("f")));
        assertThat(asked).containsExactly("one", "two", "three");
    }
}
