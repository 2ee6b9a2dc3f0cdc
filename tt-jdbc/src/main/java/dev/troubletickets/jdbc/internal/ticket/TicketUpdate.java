// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.TicketData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Replaces a ticket: sets the columns in which it differs from the one before, few of its many. */
final class TicketUpdate {
    private TicketUpdate() {}

    /** False if the ticket is not there in the version before. */
    static boolean run(Session session, TicketData before, TicketData after) {
        @Nullable Object[] old = TicketRow.values(before);
        @Nullable Object[] now = TicketRow.values(after);
        // as a whole: it may have been set meanwhile, by other terms, and two halves of two clocks make none
        boolean setsClock = !before.clock().equals(after.clock());
        List<String> assignments = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < now.length; i++) {
            String column = TicketRow.WRITTEN.get(i);
            if (ClockColumns.NAMES.contains(column) ? setsClock : !Objects.equals(old[i], now[i])) {
                assignments.add(assignment(column));
                values.add(now[i]);
            }
        }
        Collections.addAll(values, after.id().value(), before.version());
        String sql = "update {ticket} set " + String.join(", ", assignments) + " where id = ? and version = ?";
        return session.change(sql, values.toArray()) == 1;
    }

    /** The customer's read mark never goes back. */
    private static String assignment(String column) {
        return column.equals("customer_read") ? "customer_read = greatest(customer_read, ?)" : column + " = ?";
    }
}
