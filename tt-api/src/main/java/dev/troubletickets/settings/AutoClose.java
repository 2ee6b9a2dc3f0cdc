// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import java.time.Duration;
import java.util.Optional;

/** When an answered ticket closes by itself (A10): at once (the default), after some days, or never. */
public record AutoClose(Mode mode, int days) {
    /** The longest delay, ten years. */
    private static final int MOST_DAYS = 3650;

    public enum Mode {
        AT_ONCE,
        AFTER_DAYS,
        NEVER
    }

    /** @throws IllegalArgumentException if days are not 1 to 3650 where they count, or not 0 where they do not */
    public AutoClose {
        if (mode == Mode.AFTER_DAYS ? days < 1 || days > MOST_DAYS : days != 0) {
            throw new IllegalArgumentException("auto-close waits 1 to " + MOST_DAYS + " days");
        }
    }

    public static AutoClose atOnce() {
        return new AutoClose(Mode.AT_ONCE, 0);
    }

    public static AutoClose afterDays(int days) {
        return new AutoClose(Mode.AFTER_DAYS, days);
    }

    public static AutoClose never() {
        return new AutoClose(Mode.NEVER, 0);
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

    /** The same in the old products' form; {@link #ofOldSetting} reads it back. */
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
