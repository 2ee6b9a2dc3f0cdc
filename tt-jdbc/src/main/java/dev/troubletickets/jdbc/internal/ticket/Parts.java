// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The holders of a ticket's parts in one text, a line each between line feeds, which no id holds: {@code q:7}, {@code s:john}. Absent for
 * the many tickets without, so that an index of those with parts is small.
 */
final class Parts {
    private static final String QUEUE = "q:";
    private static final String STAFF = "s:";

    private Parts() {}

    static @Nullable String text(List<Holder> parts) {
        if (parts.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder("\n");
        parts.forEach(part -> text.append(line(part)).append('\n'));
        return text.toString();
    }

    static List<Holder> read(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines().skip(1).map(Parts::holder).toList();
    }

    /** Finds those of which the holder has a part, by {@code like}. */
    static String pattern(Holder holder) {
        return "%\n" + TicketFilter.literally(line(holder)) + "\n%";
    }

    private static Holder holder(String line) {
        return line.startsWith(QUEUE)
                ? Holder.department(QueueId.of(Long.parseLong(line.substring(QUEUE.length()))))
                : Holder.technician(StaffId.of(line.substring(STAFF.length())));
    }

    private static String line(Holder holder) {
        return holder instanceof Holder.Technician technician
                ? STAFF + technician.staff().value()
                : QUEUE + ((Holder.Department) holder).queue().value();
    }
}
