// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.search.SearchWords;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which words a text has (C6). */
class SearchWordsTest {
    @Test
    @Tag("C6")
    void wordsAreRunsOfLettersAndDigitsInLowerCase() {
        assertThat(of("The mail-quota of jane.doe@example.org: 550 5.1.1!"))
                .containsExactly("the", "mail", "quota", "of", "jane", "doe", "example", "org", "550", "5", "1", "1");
        assertThat(of("don't <b>a_b</b> \"x\" & y | z:*"))
                .containsExactly("don", "t", "b", "a", "b", "b", "x", "y", "z");
        assertThat(of(" \t\n!?-- ' \" % _ \\ ")).isEmpty();
        assertThat(of("")).isEmpty();
    }

    @Test
    @Tag("C6")
    void accentsCountHoweverTheyAreWritten() {
        assertThat(of("caf\u00e9")).isEqualTo(of("cafe\u0301")).isNotEqualTo(of("cafe"));
        assertThat(of("ŽLUŤOUČKÝ ПРИВЕТ")).containsExactly("žluťoučký", "привет");
        assertThat(of("co\u00adop")).containsExactly("coop");
        assertThat(of("\u0130\u0316")).isEqualTo(of("i\u0316\u0307"));
    }

    @Test
    @Tag("C6")
    void emojiAndLettersWithoutSpacesAreWordsOfTheirOwn() {
        assertThat(of("日本語ABC")).containsExactly("日", "本", "語", "abc");
        assertThat(of("go\uD83D\uDE80\uD83D\uDE80now")).containsExactly("go", "\uD83D\uDE80", "\uD83D\uDE80", "now");
        assertThat(of("❤\ufe0f")).isEqualTo(of("❤"));
        assertThat(of("\uD83D\uDC69\u200D\uD83D\uDCBB")).containsExactly("\uD83D\uDC69", "\uD83D\uDCBB");
    }

    @Test
    @Tag("C6")
    @Tag("F2")
    void armoredBlocksHaveNoWords() {
        String begin = "-----BEGIN PGP MESSAGE-----";
        String end = "-----END PGP MESSAGE-----";

        assertThat(of("a\n" + begin + "\n\nxyz\n" + end + "\nb")).containsExactly("a", "b");
        assertThat(of("a\n> " + begin + "\n> xyz\n> " + end + "\nb")).containsExactly("a", "b");
        assertThat(of("a\r\n  " + begin + " \r\nxyz\r\n" + end + "\r\nb")).containsExactly("a", "b");
        assertThat(of("a\n" + begin + "\nxyz")).as("a block without an end").containsExactly("a");
        assertThat(of(begin + "\nx\n" + end + "\nm\n" + begin + "\ny\n" + end)).containsExactly("m");
        assertThat(of("-----BEGIN PGP PUBLIC KEY BLOCK-----\nx\n-----END PGP PUBLIC KEY BLOCK-----\nb"))
                .containsExactly("b");
        assertThat(of("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nhello\n-----BEGIN PGP SIGNATURE-----\nx\n"
                        + "-----END PGP SIGNATURE-----\nb"))
                .contains("hello", "b")
                .doesNotContain("x");
    }

    @Test
    @Tag("C6")
    void aTextHasNoMoreWordsThanItsLimits() {
        assertThat(of("x ".repeat(100_000))).hasSize(16_000);
        assertThat(of("x".repeat(1_000_000))).containsExactly("x".repeat(64));
        assertThat(of("\uD83D\uDE80".repeat(100_000))).hasSize(16_000);
        assertThat(of(("y".repeat(64) + " ").repeat(10_000)).stream()
                        .mapToInt(String::length)
                        .sum())
                .isLessThan(200_100);
    }

    /** A run of marks that have to be put in order is cut off before that becomes work. */
    @Test
    @Tag("C6")
    void noTextTakesMoreThanItsLength() {
        String marks = "a" + "\u0315\u0316".repeat(1 << 20);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(of(marks)).hasSize(1);
            assertThat(of(("a" + "\u0315\u0316".repeat(31) + " ").repeat(1 << 14)))
                    .isNotEmpty();
            assertThat(of("-----BEGIN PGP MESSAGE-----\n".repeat(1 << 16))).isEmpty();
            assertThat(of("\n".repeat(1 << 21))).isEmpty();
        });
    }

    @Property(tries = 2000)
    void theWordsOfItsWordsAreATextsWords(@ForAll @StringLength(max = 60) String text) {
        List<String> words = of(text);

        assertThat(of(String.join(" ", words))).isEqualTo(words);
        assertThat(words)
                .allSatisfy(word -> assertThat(word)
                        .isNotEmpty()
                        .doesNotContain(
                                " ", "'", "\"", "\\", "%", "_", ":", "*", "&", "|", "!", "(", ")", "<", "\u0000"));
        assertThat(of(text.toLowerCase(Locale.ROOT).strip())).hasSameSizeAs(words);
    }

    private static List<String> of(String text) {
        return SearchWords.of(text);
    }
}
