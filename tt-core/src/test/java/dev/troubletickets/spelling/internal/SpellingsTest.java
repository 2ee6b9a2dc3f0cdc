// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("F1")
class SpellingsTest {
    private static final List<String> WORDS = List.of(
            "address", "dress", "duress", "receive", "relieve", "the", "tea", "church", "chute", "Australian", "art");

    /** What a writer does often comes before what they do seldom, though it takes no fewer letters. */
    @Example
    void theLikeliestComesFirst() {
        Map<String, String> meant = Map.of(
                "adress", "address",
                "recieve", "receive",
                "teh", "the",
                "chuch", "church",
                "austrailian", "Australian",
                "Adress", "Address",
                "ADRESS", "ADDRESS");

        assertThat(meant)
                .allSatisfy((written, word) ->
                        assertThat(list(WORDS).nearest(written, 5)).startsWith(word));
    }

    @Example
    void ofEquallyNearWordsTheMoreUsedComesFirst() {
        assertThat(Spellings.of(Map.of("cat", 7, "cut", 1)).nearest("cet", 5)).containsExactly("cut", "cat");
        assertThat(Spellings.of(Map.of("cat", 1, "cut", 7)).nearest("cet", 5)).containsExactly("cat", "cut");
    }

    /** Half of a swap is dearer than the whole, so that it may seem too far away in between. */
    @Example
    void aSwapBehindOtherSlipsIsNotGivenUpInItsMiddle() {
        assertThat(list(List.of("ascfrt")).nearest("azcvtr", 5)).containsExactly("ascfrt");
    }

    /** What begins otherwise is looked at last. */
    @Example
    void theWalkEndsWhenItHasCostEnoughAndBeginsWithTheFirstLetter() {
        Map<String, Integer> ranks = Map.of("better", 1, "latter", 2, "letter", 3, "litter", 4);

        assertThat(Spellings.of(ranks).nearest("lettre", 9)).containsExactly("letter", "latter", "litter", "better");
        assertThat(Spellings.of(ranks, 60).nearest("lettre", 9)).containsExactly("letter", "latter");
    }

    /** A third of a million words, all of them near. */
    @Example
    void thereIsAnEndToTheWorkOnAWordHoweverManyAreNear() {
        Map<String, Integer> ranks = new HashMap<>();
        StringBuilder word = new StringBuilder("a".repeat(44));
        for (int i = 1; i < 44; i++) {
            for (int j = 1; j < i; j++) {
                for (int k = 1; k < j; k++) {
                    for (int vowels = 0; vowels < 27; vowels++) {
                        word.setCharAt(i, "eio".charAt(vowels % 3));
                        word.setCharAt(j, "eio".charAt(vowels / 3 % 3));
                        word.setCharAt(k, "eio".charAt(vowels / 9));
                        ranks.put(word.toString(), 0);
                    }
                    word.setCharAt(k, 'a');
                }
                word.setCharAt(j, 'a');
            }
            word.setCharAt(i, 'a');
        }

        assertThat(ranks).hasSizeGreaterThan(300_000);
        assertThat(Spellings.of(ranks).nearest("a".repeat(44), Integer.MAX_VALUE))
                .hasSizeBetween(1_000, 200_000);
    }

    /** Passing over words loses none: each word is found among others as it is found by itself. */
    @Property
    void aWordIsFoundAmongOthersAsItIsAlone(@ForAll("words") List<String> words, @ForAll("word") String written) {
        List<String> alone = words.stream()
                .distinct()
                .filter(word -> !list(List.of(word)).nearest(written, 1).isEmpty())
                .toList();

        assertThat(list(words).nearest(written, 1000)).containsExactlyInAnyOrderElementsOf(alone);
    }

    @Provide
    Arbitrary<String> word() {
        return Arbitraries.strings().withChars("abes").ofMinLength(1).ofMaxLength(7);
    }

    @Provide
    Arbitrary<List<String>> words() {
        return word().list().ofMinSize(1).ofMaxSize(40);
    }

    private static Spellings list(List<String> words) {
        Map<String, Integer> ranks = new HashMap<>();
        words.forEach(word -> ranks.put(word, 0));
        return Spellings.of(ranks);
    }
}
