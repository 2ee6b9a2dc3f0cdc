// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * When an answered ticket closes by itself (A10): at once (the default), after some days, or never.
 *
 * @param warning how many of the days before it closes the customer is warned (G5); 0, the default, is without a warning
 */
public record AutoClose(Mode mode, int days, int warning) {
    /** The longest delay, ten years. */
    private static final int MOST_DAYS = 3650;

    private static final String AT_ONCE = "at once";
    private static final String NEVER = "never";

    public enum Mode {
        AT_ONCE,
        AFTER_DAYS,
        NEVER
    }

    /** @throws IllegalArgumentException if days are not 1 to 3650 where they count, or not 0 where they do not, or a warning is not within */
    public AutoClose {
        if (mode == Mode.AFTER_DAYS ? days < 1 || days > MOST_DAYS : days != 0) {
            throw new IllegalArgumentException("auto-close waits 1 to " + MOST_DAYS + " days");
        }
        if (warning < 0 || (warning > 0 && warning >= days)) {
            throw new IllegalArgumentException("a warning comes after the answer and before the ticket closes");
        }
    }

    public static AutoClose atOnce() {
        return new AutoClose(Mode.AT_ONCE, 0, 0);
    }

    public static AutoClose afterDays(int days) {
        return new AutoClose(Mode.AFTER_DAYS, days, 0);
    }

    public static AutoClose never() {
        return new AutoClose(Mode.NEVER, 0, 0);
    }

    /**
     * The same with a warning that many days before the ticket closes, by mail (G5).
     *
     * @throws IllegalArgumentException if it does not wait longer than that
     */
    public AutoClose warning(int daysBefore) {
        return new AutoClose(mode, days, daysBefore);
    }

    /**
     * Reads the form that {@link #toString} writes: {@code at once}, {@code never}, {@code 7}, {@code 7/2} with a warning 2 days before.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static AutoClose parse(String text) {
        int slash = text.indexOf('/');
        if (text.equals(AT_ONCE) || text.equals(NEVER)) {
            return text.equals(NEVER) ? never() : atOnce();
        }
        return slash < 0
                ? afterDays(Integer.parseInt(text))
                : afterDays(Integer.parseInt(text.substring(0, slash)))
                        .warning(Integer.parseInt(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return switch (mode) {
            case AT_ONCE -> AT_ONCE;
            case NEVER -> NEVER;
            case AFTER_DAYS -> warning == 0 ? Integer.toString(days) : days + "/" + warning;
        };
    }

    /**
     * Reads the one field of the old products: empty or 0 means at once, -1 never, any other number that many days.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static AutoClose ofOldSetting(String field) {
        String value = field.strip();
        if (value.isEmpty()) {
            return atOnce();
        }
        try {
            int days = Integer.parseInt(value);
            return days == -1 ? never() : days == 0 ? atOnce() : afterDays(days);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("auto-close is empty, -1 or a number of days", e);
        }
    }

    /** The same in the old products' form, which knows no warning; {@link #ofOldSetting} reads it back. */
    public String toOldSetting() {
        return switch (mode) {
            case AT_ONCE -> "";
            case AFTER_DAYS -> Integer.toString(days);
            case NEVER -> "-1";
        };
    }

    /** How long an answered ticket waits; zero is at once, empty is for ever. */
    public Optional<Duration> delay() {
        return mode == Mode.NEVER ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }
}
