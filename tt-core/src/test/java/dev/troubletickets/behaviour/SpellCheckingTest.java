// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.WordListSpellChecker;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Spell-checking an answer before it is sent (F1). */
class SpellCheckingTest extends BehaviourTest {
    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.spelling(WordListSpellChecker.of(Locale.ENGLISH, Set.of("the", "filter", "is", "fixed")));
    }

    @Test
    @Tag("F1")
    void misspeltWordsAreTold() {
        assertThat(john.spellCheck("The filtre is fixed.", Locale.ENGLISH))
                .singleElement()
                .matches(word -> word.offset() == 4 && word.word().equals("filtre"))
                .matches(word -> word.suggestions().contains("filter"));
    }

    @Test
    @Tag("F1")
    void aLanguageThatCannotBeCheckedIsInvalid() {
        Expect.in(center).invalid("language", () -> john.spellCheck("Der Filter", Locale.GERMAN));
    }

    @Test
    @Tag("F1")
    void withoutACheckerItIsUnavailable() {
        TestCenter plain = TestCenter.create();

        Unavailable failure =
                Expect.in(plain).failure(Unavailable.class, () -> plain.john().spellCheck("Hi", Locale.ENGLISH));

        assertThat(failure.what()).isEqualTo("spelling");
    }
}
