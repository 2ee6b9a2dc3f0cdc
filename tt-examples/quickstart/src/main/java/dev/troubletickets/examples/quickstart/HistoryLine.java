// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.DeliveryFailed;
import dev.troubletickets.event.TicketEvent.StatusChanged;
import dev.troubletickets.event.TicketEvent.TicketOpened;
import java.util.Locale;

/** The history in English. A panel has such a method for each of its languages. */
final class HistoryLine {
    private HistoryLine() {}

    static String of(TicketEvent event) {
        if (event instanceof TicketOpened opened) {
            return "ticket opened"
                    + opened.claimed()
                            .map(ticket -> "; the mail names " + ticket + ", without proof")
                            .orElse("");
        }
        if (event instanceof StatusChanged changed) {
            return "status " + words(changed.from()) + " -> " + words(changed.to()) + ", by " + words(changed.cause());
        }
        if (event instanceof DeliveryFailed failed) {
            return "the answer did not reach " + failed.recipients() + ": " + failed.reason();
        }
        return name(event);
    }

    /** An enum's constant as words. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code TicketPickedUp}: ticket picked up. */
    private static String name(TicketEvent event) {
        StringBuilder words = new StringBuilder();
        for (char c : event.getClass().getSimpleName().toCharArray()) {
            words.append(Character.isUpperCase(c) && words.length() > 0 ? " " : "")
                    .append(Character.toLowerCase(c));
        }
        return words.toString();
    }
}
