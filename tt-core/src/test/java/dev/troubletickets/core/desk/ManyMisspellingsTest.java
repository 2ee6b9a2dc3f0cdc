// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.spi.spelling.Misspelling;
import dev.troubletickets.spi.spelling.SpellChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many misspellings as a text has room for, and as many words of one's own as there can be. */
@Tag("F1")
class ManyMisspellingsTest {
    private static final int OWN = 1_000;
    private static final int DIFFERENT = 5_000;

    @Test
    void ownWordsAreLookedForForTheFirstHundredDifferentWordsAlone() {
        TestCenter center = TestCenter.on(InMemoryStorage.create(), builder -> builder.spelling(new KnowsNothing()));
        StaffDesk john = center.john();
        for (int i = 0; i < OWN; i++) {
            john.spelling().learn(word(i));
            center.admin().spellingWords().add(word(OWN + i));
        }
        String once = IntStream.range(0, DIFFERENT)
                .mapToObj(i -> word(i % (2 * OWN)) + "xyz".charAt(i / (2 * OWN)))
                .collect(Collectors.joining(" "));

        List<Misspelling> found = john.spelling().check(once + " " + once);

        assertThat(found).hasSize(2 * DIFFERENT);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).suggestions().isEmpty())
                    .as("%d %s", i, found.get(i).word())
                    .isEqualTo(i % DIFFERENT >= 100);
        }
        assertThat(found.get(7).suggestions()).startsWith(word(7));
    }

    private static String word(int number) {
        return String.format("%04d", number)
                .chars()
                .mapToObj(digit -> String.valueOf("abcdefghij".charAt(digit - '0')))
                .collect(Collectors.joining("", "own", ""));
    }

    /** To whom every word is misspelt. */
    private static final class KnowsNothing implements SpellChecker {
        @Override
        public Set<Locale> languages() {
            return Set.of(Locale.ENGLISH);
        }

        @Override
        public Optional<Locale> languageOf(String text) {
            return Optional.of(Locale.ENGLISH);
        }

        @Override
        public List<Misspelling> check(String text, Locale language) {
            List<Misspelling> all = new ArrayList<>();
            for (int at = 0; at < text.length(); ) {
                int space = text.indexOf(' ', at);
                int end = space < 0 ? text.length() : space;
                all.add(new Misspelling(at, text.substring(at, end), List.of()));
                at = end + 1;
            }
            return all;
        }
    }
}
