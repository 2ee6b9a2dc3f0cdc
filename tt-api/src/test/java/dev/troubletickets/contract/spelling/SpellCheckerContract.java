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

    private List<String> words(String text) {
        return check(text).stream().map(Misspelling::word).toList();
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
    }

    @Test
    default void ofArmorThatIsBrokenTheWordsAreLookedAt() {
        assertThat(words("-----BEGIN PGP MESSAGE-----\n\nhQEMA\n\nthe mesage\nrecieve"))
                .contains("mesage", "recieve");
        assertThat(words("-----BEGIN PGP MESSAGE-----\nthe mesage, no armor\n-----END PGP MESSAGE-----\nrecieve"))
                .contains("mesage", "recieve");
        assertThat(words("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nthe mesage")).containsExactly("mesage");
    }

    @Test
    default void keysAreNotLookedAt() {
        assertThat(words("mesage\n-----BEGIN PGP PUBLIC KEY BLOCK-----\nComment: a recieve\n\nrecieve\n=abcd\n"
                        + "-----END PGP PUBLIC KEY BLOCK-----\n> -----BEGIN PGP SIGNATURE-----\n>\n> recieve\n"
                        + "> -----END PGP SIGNATURE-----\nteh"))
                .containsExactly("mesage", "teh");
    }

    @Test
    default void theWordsOfASignedMessageAreLookedAt() {
        assertThat(words("-----BEGIN PGP SIGNED MESSAGE-----\nHahs: SHA256\n\nI recieve no mail\n- -- mesage\n"
                        + "-----BEGIN PGP SIGNATURE-----\n\nrecieve\n=abcd\n-----END PGP SIGNATURE-----\nteh mail"))
                .containsExactly("recieve", "mesage", "teh");
    }

    @Test
    default void codeBetweenFencesIsNotLookedAt() {
        assertThat(words("mesage\n```sh\nrecieve teh\n\n> teh\n```\nteh\n````\nrecieve\n```\nmesage\n````\nrecieve"))
                .containsExactly("mesage", "teh", "recieve");
        assertThat(words("```\nteh mail\n\nrecieve")).as("nothing closes it").containsExactly("teh", "recieve");
        assertThat(words("```recieve``` teh\nmesage\n```recieve```"))
                .as("in a line")
                .containsExactly("teh", "mesage");
    }

    @Test
    default void historyIsNotLookedAt() {
        assertThat(words(
                        "I recieve no mail.\n\nOn 3 May 2024 at 10:30, Jaen Dooe <jaen@exmaple.example> wroet\nwrote:\n"
                                + "> teh mesage\n\nteh"))
                .containsExactly("recieve", "teh");
        assertThat(words("I recieve no mail.\r\n\r\nAm 03.05.2024 um 10:30 schrieb Jaen <jaen@exmaple.example>:\r\n\r\n"
                        + "teh mesage"))
                .containsExactly("recieve");
        assertThat(words("I recieve no mail.\n\n-----Original Message-----\nFrom: Jaen <jaen@exmaple.example>\n"
                        + "Sent: Friday, May 3, 2024 10:30\nTo: Suport\nSubject: teh\n\nteh mesage"))
                .containsExactly("recieve");
        assertThat(words(
                        "I recieve no mail.\n\n---------- Forwarded message ---------\nFrom: Jaen <jaen@exmaple.example>\n"
                                + "Date: Fri, 3 May 2024 10:30\nSubject: teh\n\nteh mesage"))
                .containsExactly("recieve");
    }

    @Test
    default void linesEndInAnyWay() {
        assertThat(words("> recieve\rteh\r> mesage\r\nmesage\r\r> teh")).containsExactly("teh", "mesage");
        assertThat(words("```\rrecieve\r```\r`teh\rmesage`")).containsExactly("teh", "mesage");
        assertThat(words("-----BEGIN PGP MESSAGE-----\r\rrecieve\r-----END PGP MESSAGE-----\rteh"))
                .containsExactly("teh");
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
        List<String> texts = List.of(
                "x".repeat(200_000),
                "a.".repeat(100_000),
                "'".repeat(200_000),
                "recieve ".repeat(20_000),
                "`\n".repeat(100_000),
                "```\n".repeat(50_000),
                "````` ```` ``` ".repeat(15_000),
                "-----BEGIN PGP MESSAGE-----\n".repeat(8_000),
                "-----BEGIN PGP KEY-----\n".repeat(8_000),
                "-----BEGIN PGP SIGNED MESSAGE-----\nx\n".repeat(6_000),
                "On 3 May 2024 at 10:30, Jane <a@b.example>\n".repeat(5_000),
                "\r".repeat(200_000));
        for (String text : texts) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> check(text));
        }
    }
}
