// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;

/** A row of the table history, named h in the statement. */
final class HistoryRow {
    static final String COLUMNS =
            "h.ticket, h.version, h.entry, h.entered_at, h.actor_kind, h.actor, h.event, h.content, h.facts";

    private HistoryRow() {}

    static HistoryEntry read(Row row) throws SQLException {
        return new HistoryEntry(
                TicketId.of(row.number()),
                row.number(),
                row.integer(),
                row.instant(),
                Codes.actor(row.text(), row.text()),
                row.text(),
                row.text(),
                row.textOrNull());
    }
}
