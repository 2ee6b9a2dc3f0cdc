// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.failure.Invalid;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * How a technician wants the panel to be (E11). The dashboard heeds the sections; the rest is kept for the panel to draw by. What a
 * technician is told by mail stands in their {@link dev.troubletickets.people.StaffProfile#notices profile}, and nowhere else.
 *
 * @param font names of fonts, as {@code Verdana, "DejaVu Sans"}: 1 to 60 letters, digits, spaces, commas, quotes and hyphens; the panel's own
 *     if empty, as all are at first
 * @param fontSize in points, 6 to 72
 * @param showAnswered show the dashboard's section of answered tickets; as the installation says if empty
 * @param showOnHold the same for tickets on hold
 * @param language of the panel's texts
 */
public record Preferences(
        Optional<String> font,
        Optional<Integer> fontSize,
        Optional<Boolean> showAnswered,
        Optional<Boolean> showOnHold,
        Optional<Locale> language) {
    private static final int LONGEST_FONT = 60;
    private static final int SMALLEST = 6;
    private static final int LARGEST = 72;
    private static final int LONGEST_TAG = 35;

    /** @throws Invalid {@code font}, {@code fontSize} or {@code language}, if it cannot be taken */
    public Preferences {
        font.ifPresent(Preferences::requireFont);
        if (fontSize.filter(points -> points < SMALLEST || points > LARGEST).isPresent()) {
            throw new Invalid("fontSize", "is " + SMALLEST + " to " + LARGEST + " points");
        }
        language.ifPresent(Preferences::requireLanguage);
    }

    public static Preferences none() {
        return new Preferences(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Preferences withFont(String names) {
        return new Preferences(Optional.of(names), fontSize, showAnswered, showOnHold, language);
    }

    public Preferences withFontSize(int points) {
        return new Preferences(font, Optional.of(points), showAnswered, showOnHold, language);
    }

    /** Which of the dashboard's two optional sections are shown, whatever the installation says. */
    public Preferences withSections(boolean answered, boolean onHold) {
        return new Preferences(font, fontSize, Optional.of(answered), Optional.of(onHold), language);
    }

    public Preferences withLanguage(Locale value) {
        return new Preferences(font, fontSize, showAnswered, showOnHold, Optional.of(value));
    }

    private static void requireFont(String names) {
        boolean fit = names.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " ,'\"-".indexOf(c) >= 0);
        if (names.isBlank() || names.length() > LONGEST_FONT || !fit) {
            throw new Invalid(
                    "font", "is 1 to " + LONGEST_FONT + " letters, digits, spaces, commas, quotes and hyphens");
        }
    }

    private static void requireLanguage(Locale language) {
        try {
            String tag = new Locale.Builder().setLocale(language).build().toLanguageTag();
            if (!language.getLanguage().isEmpty() && tag.length() <= LONGEST_TAG) {
                return;
            }
        } catch (IllformedLocaleException e) {
            throw new Invalid("language", "is no language");
        }
        throw new Invalid("language", "is no language");
    }
}
