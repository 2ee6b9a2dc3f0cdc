// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.failure.Invalid;
import java.util.function.Function;

/** Tells the caller which field a value's own check refused. */
final class Checked {
    private Checked() {}

    static <T> T value(String field, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid(field, String.valueOf(e.getMessage()));
        }
    }
}
