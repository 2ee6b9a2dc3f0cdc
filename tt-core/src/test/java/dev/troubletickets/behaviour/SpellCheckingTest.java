// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.Spelling;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.WordListSpellChecker;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.spelling.Misspelling;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Spell-checking an answer before it is sent (F1). */
class SpellCheckingTest extends BehaviourTest {
    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.spelling(WordListSpellChecker.of(Locale.ENGLISH, Set.of("the", "filter", "is", "fixed"))
                .with(Locale.GERMAN, Set.of("der", "Filter", "ist", "repariert")));
    }

    @Test
    @Tag("F1")
    void misspeltWordsAreTold() {
        assertThat(john.spelling().check("The filtre is fixed.", Locale.ENGLISH))
                .singleElement()
                .matches(word -> word.offset() == 4 && word.word().equals("filtre"))
                .matches(word -> word.suggestions().contains("filter"));
    }

    @Test
    @Tag("F1")
    void aLanguageThatCannotBeCheckedIsInvalid() {
        Expect.in(center).invalid("language", () -> john.spelling().check("Le filtre", Locale.FRENCH));
    }

    @Test
    @Tag("F1")
    void withoutACheckerItIsUnavailable() {
        TestCenter plain = TestCenter.create();

        Unavailable failure = Expect.in(plain)
                .failure(Unavailable.class, () -> plain.john().spelling().check("Hi", Locale.ENGLISH));

        assertThat(failure.what()).isEqualTo("spelling");
    }

    @Test
    @Tag("F1")
    void theLanguageIsThatOfMostWordsUnlessOneIsChosen() {
        assertThat(john.spelling().languages()).containsExactlyInAnyOrder(Locale.ENGLISH, Locale.GERMAN);
        assertThat(john.spelling().check("Der Filter ist fixed."))
                .extracting(Misspelling::word)
                .containsExactly("fixed");
        assertThat(john.spelling().check("Der filter is fixed."))
                .extracting(Misspelling::word)
                .containsExactly("Der");
        assertThat(john.spelling().check("Tout va bien.")).isEmpty();
    }

    @Test
    @Tag("F1")
    void wordsOfOnesOwnAreRightAndSuggested() {
        john.spelling().learn("Dovecot");

        assertThat(john.spelling().check("the Dovecot filter", Locale.ENGLISH)).isEmpty();
        assertThat(john.spelling().check("the dovecot filter", Locale.ENGLISH))
                .singleElement()
                .satisfies(found -> assertThat(found.suggestions()).containsExactly("Dovecot"));
        assertThat(kate.spelling().check("the Dovecot filter", Locale.ENGLISH)).hasSize(1);
        assertThat(kate.spelling().words()).isEmpty();

        john.spelling().forget("Dovecot");
        assertThat(john.spelling().check("the Dovecot filter", Locale.ENGLISH)).hasSize(1);
    }

    @Test
    @Tag("F1")
    void wordsOfTheInstallationAreRightForAll() {
        center.admin().spellingWords().add("dovecot");

        assertThat(kate.spelling().check("the Dovecot filter", Locale.ENGLISH)).isEmpty();
        assertThat(center.anotherNode().john().spelling().words()).isEmpty();
        Expect.in(center)
                .refused(
                        Refusal.PERMISSION_MISSING,
                        () -> center.center()
                                .administration(Cast.JOHN)
                                .spellingWords()
                                .all());
    }

    @Test
    @Tag("F1")
    void whatIsNoWordIsNotKept() {
        Spelling spelling = john.spelling();
        for (String bad : List.of("", "x", "two words", "a1", "'tis", "x".repeat(51), "<b>")) {
            Expect.in(center).invalid("word", () -> spelling.learn(bad));
        }
        spelling.learn("don\u2019t");
        spelling.learn("don't");
        assertThat(spelling.words()).containsExactly("don't");
    }

    @Test
    @Tag("F1")
    void aTextThatNoAnswerCouldHaveIsNotChecked() {
        int most = center.admin().settings().limits().textCharacters();

        Expect.in(center).overLimit("textCharacters", () -> john.spelling().check("a".repeat(most + 1)));
        assertThat(john.spelling().check("the filter ".repeat(most / 11), Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    @Tag("F1")
    void thereIsRoomForAThousandWords() {
        Spelling spelling = john.spelling();
        for (int i = 0; i < 1000; i++) {
            spelling.learn("word" + "abcdefghij".charAt(i / 100) + "abcdefghij".charAt(i / 10 % 10)
                    + "abcdefghij".charAt(i % 10));
        }

        Expect.in(center).overLimit("spellingWords", () -> spelling.learn("more"));
        spelling.learn("wordaaa");
        assertThat(spelling.words()).hasSize(1000);
    }
}
