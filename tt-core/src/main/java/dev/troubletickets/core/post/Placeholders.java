// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.storage.TicketData;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** The closed set of values an automatic mail can show. None of them was written by the sender of a mail. */
public final class Placeholders {
    private Placeholders() {}

    static Map<String, String> of(Scope scope, TicketData ticket, Locale language) {
        return Map.of(
                "number", Long.toString(ticket.id().value()),
                "queue", scope.installation().queueName(ticket.state().queue()),
                "name", customer(ticket),
                "closes", closes(scope, ticket, language),
                "installation", scope.settings().installation());
    }

    private static String customer(TicketData ticket) {
        return ticket.header().account() == null
                ? ticket.header().requester().value()
                : ticket.header().requesterName();
    }

    /** The day on which an answered ticket closes by itself; empty for any other. */
    private static String closes(Scope scope, TicketData ticket, Locale language) {
        Instant at = ticket.state().autoCloseAt();
        return at == null ? "" : Dates.day(at, scope, ticket, language);
    }

    /** Any values, to try a wording on. */
    public static Map<String, String> sample() {
        return Map.of(
                "number", "1", "queue", "Support", "name", "Jane", "closes", "2026-01-31", "installation", "Example");
    }
}
