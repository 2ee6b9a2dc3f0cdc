// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.troubletickets.spi.spelling.Misspelling;
import dev.troubletickets.spi.spelling.SpellChecker;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A spell-checker passes this in English; it must know the {@link #WORDS} and not {@code recieve}, {@code mesage}, {@code teh}. */
@Tag("F1")
public interface SpellCheckerContract {
    /** What the tests take for granted. */
    List<String> WORDS = List.of(
            "the", "server", "does", "not", "doesn't", "answer", "my", "message", "I", "receive", "no", "mail", "from",
            "see", "at", "we", "see");

    SpellChecker testee();

    /** The English of the testee. */
    Locale english();

    private List<Misspelling> check(String text) {
        return testee().check(text, english());
    }

    @Test
    default void knowsItsLanguages() {
        assertThat(testee().languages()).contains(english());
    }

    @Test
    default void refusesALanguageItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> testee().check("the server", Locale.forLanguageTag("tlh")));
    }

    @Test
    default void knowsTheLanguageOfATextByItsWords() {
        assertThat(testee().languageOf("the server does not recieve my mail")).contains(english());
        assertThat(testee().languageOf("42 https://example.com")).isEmpty();
        assertThat(testee().languageOf("")).isEmpty();
    }

    @Test
    default void findsNothingInCorrectText() {
        assertThat(check("I receive no mail. The server does not answer my message: we see the mail (not the server)!"))
                .isEmpty();
    }

    @Test
    default void findsNothingInEmptyText() {
        assertThat(check("")).isEmpty();
        assertThat(check(" \n\t ")).isEmpty();
    }

    @Test
    default void findsAMisspeltWordAtItsOffset() {
        assertThat(check("I recieve no mail")).singleElement().satisfies(found -> {
            assertThat(found.offset()).isEqualTo(2);
            assertThat(found.word()).isEqualTo("recieve");
        });
    }

    @Test
    default void suggestsTheWordThatWasMeant() {
        assertThat(check("I recieve").get(0).suggestions()).contains("receive");
        assertThat(check("a mesage").get(0).suggestions()).contains("message");
    }

    @Test
    default void suggestsAtMostFive() {
        assertThat(check("teh recieve mesage serwer anser"))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.suggestions())
                        .hasSizeLessThanOrEqualTo(5)
                        .doesNotHaveDuplicates());
    }

    @Test
    default void suggestsInTheCaseOfTheWord() {
        assertThat(check("Recieve mail").get(0).suggestions()).contains("Receive");
    }

    @Test
    default void findsEveryOccurrenceInOrder() {
        assertThat(check("recieve mesage recieve"))
                .extracting(Misspelling::offset, Misspelling::word)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, "recieve"),
                        org.assertj.core.groups.Tuple.tuple(8, "mesage"),
                        org.assertj.core.groups.Tuple.tuple(15, "recieve"));
    }

    @Test
    default void countsJavaCharacters() {
        assertThat(check("\uD83D\uDE00 \u00e4\u00f6 recieve"))
                .filteredOn(found -> found.word().equals("recieve"))
                .extracting(Misspelling::offset)
                .containsExactly(6);
    }

    @Test
    default void acceptsKnownWordsInCapitals() {
        assertThat(check("Server SERVER The THE")).isEmpty();
    }

    @Test
    default void acceptsBothKindsOfApostrophe() {
        assertThat(check("the server doesn't answer, doesn\u2019t answer, \u2018mail\u2019 'mail'"))
                .isEmpty();
    }

    @Test
    default void numbersAddressesHostsAndLinksAreNeverMisspelt() {
        Stream.of(
                        "42",
                        "3.14",
                        "1,000",
                        "12:30",
                        "10.0.0.1",
                        "2001:db8::1",
                        "0x1Fz",
                        "jaen@exmaple.example",
                        "<jaen.dooe@exmaple.example>,",
                        "exmaple.example",
                        "(www.exmaple.example)",
                        "ns1.exmaple.example.",
                        "https://exmaple.example/paeg?qurey=wrod#frgment",
                        "ftp://exmaple.example:21/dwnload",
                        "/var/lgo/mial.lgo",
                        "indxe.html",
                        ".htacces",
                        "std::vectr",
                        "getMesageCuont()",
                        "`mesage recieve`",
                        "`mesage`")
                .forEach(text -> assertThat(check("see " + text + " at the server"))
                        .as(text)
                        .isEmpty());
    }

    @Test
    default void quotedLinesAndEncryptedBlocksAreNotLookedAt() {
        assertThat(check("> teh mesage\n  > recieve\nthe mesage\n>recieve"))
                .extracting(Misspelling::offset)
                .containsExactly(29);
        assertThat(check("my mail\n-----BEGIN PGP MESSAGE-----\n\nrecieve\nmesage\n-----END PGP MESSAGE-----\nrecieve"))
                .extracting(Misspelling::word)
                .containsExactly("recieve");
        assertThat(check("-----BEGIN PGP MESSAGE-----\nrecieve")).isEmpty();
    }

    @Test
    default void whateverTheTextTheWordStandsAtItsOffset() {
        for (String text : List.of(
                "recieve\u0000mesage",
                "--recieve--",
                "\u202Erecieve\u202C",
                "''recieve''",
                "mesage\u2028recieve",
                "e\u0301x\uD83D recieve",
                "\uD800\uD800",
                "recieve-mesage",
                "\u4e2d\u6587 \u0440\u0443\u0441\u0441",
                "@ :// . .. ...",
                "a'b'c''d")) {
            assertThat(check(text))
                    .allSatisfy(found -> assertThat(text.startsWith(found.word(), found.offset()))
                            .as(text)
                            .isTrue());
        }
    }

    @Test
    default void longTextsAndLongWordsTakeLittleTime() {
        List<String> texts =
                List.of("x".repeat(200_000), "a.".repeat(100_000), "'".repeat(200_000), "recieve ".repeat(20_000));
        for (String text : texts) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> check(text));
        }
    }
}
