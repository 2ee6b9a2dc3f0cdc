// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Preferences;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.view.Dashboard;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A technician's own settings (E11). */
@Tag("E11")
class PreferencesTest extends BehaviourTest {
    private static final Preferences CHOSEN = Preferences.none()
            .withFont("Verdana, \"DejaVu Sans\"")
            .withFontSize(14)
            .withSections(false, true)
            .withLanguage(Locale.forLanguageTag("pt-BR"));

    @Test
    void whatIsChosenStaysTheTechniciansOwn() {
        assertThat(john.preferences()).isEqualTo(Preferences.none());
        john.savePreferences(CHOSEN);
        center.nick().savePreferences(Preferences.none().withFontSize(20));

        assertThat(center.anotherNode().john().preferences()).isEqualTo(CHOSEN);
        assertThat(kate.preferences()).isEqualTo(Preferences.none());
        assertThat(center.nick().preferences().fontSize()).contains(20);
        assertThat(center.nick().profile()).isEmpty();
        assertThat(john.profile()).contains(Cast.JOHNS_PROFILE);
        john.saveProfile(Cast.JOHNS_PROFILE.withDescription("other"));
        assertThat(john.preferences()).isEqualTo(CHOSEN);
        john.savePreferences(Preferences.none());
        assertThat(john.preferences()).isEqualTo(Preferences.none());
    }

    @Test
    @Tag("B7")
    void theDashboardShowsTheSectionsOneChoseOverThoseOfTheInstallation() {
        center.settings(s -> s.withSections(true, false));
        john.savePreferences(CHOSEN);

        assertThat(shown(john.dashboard())).containsExactly(false, true);
        assertThat(shown(kate.dashboard())).containsExactly(true, false);
        john.savePreferences(Preferences.none().withFontSize(9));
        assertThat(shown(john.dashboard())).containsExactly(true, false);
    }

    @Test
    void badValuesAreNamed() {
        for (String font : List.of("", " ", "a;b", "url(x)", "a\n", "x".repeat(61), "<b>")) {
            invalid("font", () -> Preferences.none().withFont(font));
        }
        for (int points : new int[] {5, 73, -1}) {
            invalid("fontSize", () -> Preferences.none().withFontSize(points));
        }
        invalid("language", () -> Preferences.none().withLanguage(Locale.ROOT));
        invalid("language", () -> Preferences.none().withLanguage(new Locale("no language")));
    }

    private static List<Boolean> shown(Dashboard dashboard) {
        return List.of(dashboard.answered().isPresent(), dashboard.onHold().isPresent());
    }

    private static void invalid(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.field()).isEqualTo(field));
    }
}
