// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.troubletickets.memory.WordListSpellChecker;
import dev.troubletickets.spi.spelling.Misspelling;
import dev.troubletickets.spi.spelling.SpellChecker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;

/** How a text is cut into words (F1): to whoever knows no word, each is misspelt. */
@Tag("F1")
class SpellingFuzzTest {
    private static final SpellChecker KNOWS_NOTHING = WordListSpellChecker.of(Locale.ENGLISH, List.of("aardvark"));

    @FuzzTest(maxDuration = "10m")
    void wordsStandInTheTextWhereTheyAreSaidToAndNoneInAnother(byte[] given) {
        String text = new String(given, StandardCharsets.UTF_8);
        int end = 0;
        for (Misspelling word : KNOWS_NOTHING.check(text, Locale.ENGLISH)) {
            assertThat(word.offset()).isGreaterThanOrEqualTo(end);
            assertThat(text).startsWith(text.substring(0, word.offset()) + word.word());
            assertThat(word.word().codePoints()).as(word.word()).noneMatch(SpellingFuzzTest::isOfNoWord);
            assertThat(lineUpTo(text, word.offset())).as("the line before it").doesNotStartWith(">");
            end = word.offset() + word.word().length();
        }
    }

    private static boolean isOfNoWord(int c) {
        return Character.isDigit(c)
                || Character.isWhitespace(c)
                || Character.isISOControl(c)
                || "@/\\_=".indexOf(c) >= 0;
    }

    private static String lineUpTo(String text, int offset) {
        int start = Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\r', offset)) + 1;
        return text.substring(start, offset).strip();
    }
}
