// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.passage.Passage;
import dev.troubletickets.passage.Passage.Kind;
import dev.troubletickets.passage.Passage.Rule;
import dev.troubletickets.passage.Passages;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a text is seen (D10). */
class PassagesTest {
    private static final String QUOTE = "> Try again.\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "\u00a0\n", "\u200b\n", "\ufeff\u202f\u2003\n", "\u200e \u0000\n"})
    @Tag("D10")
    void whereNothingElseCanBeSeenAllIsShown(String rest) {
        Passages passages = quotedBelow(rest);
        assertThat(passages.visible()).isEqualTo(passages.text());
        assertThat(passages.hidesAnything()).isFalse();
    }

    @Test
    @Tag("D10")
    void blankLinesAroundWhatIsShownAreLeftOutAndItsIndentIsKept() {
        Passages passages = quotedBelow("\n \u2003\n  if (x)\n    y\n\n");
        assertThat(passages.visible()).isEqualTo("  if (x)\n    y");
        assertThat(passages.hidesAnything()).isTrue();
    }

    @Test
    @Tag("D10")
    void whatHidesNothingIsTheTextAsItIs() {
        String text = "\n It works. \n\n";
        assertThat(Passages.whole(text).visible()).isEqualTo(text);
        assertThat(Passages.whole("").visible()).isEmpty();
    }

    @Test
    @Tag("D10")
    void passagesLeaveNoGap() {
        Passage news = new Passage(0, 2, Kind.NEW, Rule.WRITTEN, 1);
        Passage quoted = new Passage(3, 4, Kind.QUOTED, Rule.OWN_WORDS, 1);
        assertThatThrownBy(() -> new Passages("abcd", List.of(news, quoted)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Passages("abcd", List.of(news))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Passage(2, 1, Kind.NEW, Rule.WRITTEN, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Passage(0, 1, Kind.NEW, Rule.WRITTEN, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A quote and something below it. */
    private static Passages quotedBelow(String rest) {
        String text = QUOTE + rest;
        Passage quote = new Passage(0, QUOTE.length(), Kind.QUOTED, Rule.QUOTE_MARKS, 0.95);
        Passage news = new Passage(QUOTE.length(), text.length(), Kind.NEW, Rule.WRITTEN, 0.9);
        return new Passages(text, rest.isEmpty() ? List.of(quote) : List.of(quote, news));
    }
}
