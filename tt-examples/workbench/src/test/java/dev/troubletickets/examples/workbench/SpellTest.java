// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is misspelt in a text on standard input. */
@Tag("F1")
class SpellTest {
    @Test
    void eachMisspeltWordIsToldWithItsPlaceAndSuggestions() {
        Run run = spell("The filtre is fixed.\r\nThe servr, too.", "--json");

        assertThat(run.all("word")).containsExactly("filtre", "servr");
        assertThat(run.lines().get(1).path("offset").asInt()).isEqualTo(26);
        assertThat(run.lines().get(1).path("suggestions").get(0).asString()).isEqualTo("server");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }

    /** Others read them by name. */
    @Test
    void theFieldsAreTheseAndNoOthers() {
        assertThat(spell("The filtre is fxd.", "--json").lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.propertyNames()).containsExactly("word", "offset", "suggestions"));
    }

    @Test
    void whatIsRightIsNotTold() {
        Run run = spell("The filters are fixed.");

        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void aListOfWordsGetsSuggestionsToItsEnd() {
        String words = IntStream.range(0, 150)
                .mapToObj(i -> "serv" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "r")
                .collect(Collectors.joining("\n"));

        Run run = spell(words + "\nfiltre", "--json");

        assertThat(run.lines()
                        .get(run.lines().size() - 1)
                        .path("suggestions")
                        .get(0)
                        .asString())
                .isEqualTo("filter");
    }

    @Test
    void aDictionaryThatIsNotThereIsAnError() {
        Run run = Run.of(Run.RESOURCES, "spell", "--aff", "nowhere.aff", "--dic", "nowhere.dic");

        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("nowhere.aff");
        assertThat(Run.of(Run.RESOURCES, "spell").code()).isEqualTo(2);
    }

    private static Run spell(String text, String... options) {
        String[] arguments = Stream.concat(
                        Stream.of("spell", "--aff", "spell/small.aff", "--dic", "spell/small.dic"), Stream.of(options))
                .toArray(String[]::new);
        return Run.of(Run.RESOURCES, false, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), arguments);
    }
}
