// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.storage.TicketData;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Fills an installation's wording from a closed set of values. There is nothing in a wording but text and placeholders: no sections, no
 * partials, no expressions; and a value is never read for placeholders.
 */
public final class Wordings {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private Wordings() {}

    /** The wording for this ticket, in its customer's language: its placeholders filled, fit for a message. */
    public static String filled(Wording wording, Scope scope, TicketData ticket) {
        return filled(wording, scope, ticket, Languages.of(scope, ticket));
    }

    static String filled(Wording wording, Scope scope, TicketData ticket, Locale language) {
        return MessageText.clean(fill(wording.textIn(language), Placeholders.of(scope, ticket, language)));
    }

    /** A placeholder that does not exist stays as it is: such a mail is better than none. */
    static String fill(String text, Map<String, String> values) {
        return replace(text, placeholder -> values.getOrDefault(name(placeholder), placeholder));
    }

    /** @throws Invalid if the wording names a placeholder that does not exist, or one does not end */
    public static void check(String field, Wording wording, Map<String, String> values) {
        check(field, wording.text(), values);
        wording.translations().values().forEach(text -> check(field, text, values));
    }

    private static void check(String field, String text, Map<String, String> values) {
        replace(text, placeholder -> {
            if (!values.containsKey(name(placeholder))) {
                throw new Invalid(field, "has no placeholder " + placeholder);
            }
            return placeholder;
        });
    }

    /** Empty for one that does not end. */
    private static String name(String placeholder) {
        return placeholder.endsWith(CLOSE)
                ? placeholder
                        .substring(OPEN.length(), placeholder.length() - CLOSE.length())
                        .strip()
                : "";
    }

    private static String replace(String text, UnaryOperator<String> value) {
        StringBuilder filled = new StringBuilder(text.length());
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            int close = text.indexOf(CLOSE, open + OPEN.length());
            int end = close < 0 ? text.length() : close + CLOSE.length();
            filled.append(text, at, open).append(value.apply(text.substring(open, end)));
            at = end;
        }
        return filled.append(text, at, text.length()).toString();
    }
}
