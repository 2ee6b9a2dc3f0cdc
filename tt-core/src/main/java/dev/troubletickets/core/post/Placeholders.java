// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.storage.TicketData;
import java.util.Map;

/** The closed set of values an automatic mail can show. None of them was written by the sender of a mail. */
public final class Placeholders {
    private Placeholders() {}

    static Map<String, String> of(Scope scope, TicketData ticket, String customer) {
        return Map.of(
                "number", Long.toString(ticket.id().value()),
                "queue", scope.installation().queueName(ticket.state().queue()),
                "name", customer,
                "installation", scope.settings().installation());
    }

    /** Any values, to try a wording on. */
    public static Map<String, String> sample() {
        return Map.of("number", "1", "queue", "Support", "name", "Jane", "installation", "Example");
    }
}
