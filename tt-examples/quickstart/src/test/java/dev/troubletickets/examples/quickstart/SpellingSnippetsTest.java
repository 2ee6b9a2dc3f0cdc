// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spelling.HunspellSpellChecker;
import dev.troubletickets.spi.spelling.Misspelling;
import dev.troubletickets.spi.spelling.SpellChecker;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The guide's page on spelling. */
class SpellingSnippetsTest {
    @Test
    void answersAreChecked() {
        URL affixes = dictionary("en_US.aff");
        URL words = dictionary("en_US.dic");
        // region: wiring
        SpellChecker spelling = HunspellSpellChecker.builder()
                .language(Locale.US, affixes, words) // or paths, such as those in /usr/share/hunspell
                .build();
        // endregion
        SupportCenter center = SupportCenter.builder()
                .storage(InMemoryStorage.create())
                .identity(new InMemoryDirectory()
                        .add(StaffMember.technician("tom"))
                        .add(StaffMember.mainAdministrator("ann")))
                .spelling(spelling)
                .installation(Settings.of("Harbour", EmailAddress.of("support@harbour.example")))
                .build();
        StaffDesk tom = center.staff(StaffId.of("tom"));
        AdminDesk ann = center.administration(StaffId.of("ann"));
        // region: checking
        List<Misspelling> misspelt = tom.spelling().check("We will recieve your mial in Dovecot.");

        ann.spellingWords().add("Dovecot"); // for everybody
        tom.spelling().learn("mial"); // for himself
        // endregion
        assertThat(misspelt).extracting(Misspelling::word).containsExactly("recieve", "mial", "Dovecot");
        assertThat(misspelt.get(0).suggestions()).startsWith("receive");
        assertThat(tom.spelling().check("We will receive your mial in Dovecot."))
                .isEmpty();
    }

    private static URL dictionary(String name) {
        return Objects.requireNonNull(SpellingSnippetsTest.class.getResource(
                "/META-INF/resources/webjars/typo-js/1.2.5/dictionaries/en_US/" + name));
    }
}
