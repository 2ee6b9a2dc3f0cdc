// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

import dev.troubletickets.language.Translations;
import dev.troubletickets.ticket.TicketId;
import java.util.Locale;

/** What failures say to whoever looks at the page (G17). */
final class Explanations {
    static final Translations TRANSLATIONS = Translations.read("explanations", Explanations.class::getResourceAsStream);

    private Explanations() {}

    static String of(SupportException failure, Locale language) {
        if (failure instanceof NotPermitted refused) {
            return refused.messageIn(language);
        }
        if (failure instanceof OverLimit over) {
            return TRANSLATIONS
                    .counted("OverLimit." + over.limit(), over.allowed(), language)
                    .or(() -> TRANSLATIONS.counted("OverLimit", over.allowed(), language))
                    .orElseThrow();
        }
        return TRANSLATIONS
                .text(failure.getClass().getSimpleName(), language)
                .orElseThrow()
                .replace("{{ticket}}", ticket(failure))
                .replace("{{file}}", failure instanceof HarmfulFile harmful ? harmful.file() : "");
    }

    private static String ticket(SupportException failure) {
        if (failure instanceof Stale stale) {
            return number(stale.ticket());
        } else if (failure instanceof TakenByAnother taken) {
            return number(taken.ticket());
        } else if (failure instanceof LockedByAnother locked) {
            return number(locked.ticket());
        }
        return "";
    }

    private static String number(TicketId ticket) {
        return Long.toString(ticket.value());
    }
}
