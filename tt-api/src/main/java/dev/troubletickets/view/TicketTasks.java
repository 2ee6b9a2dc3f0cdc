// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.tasks.TaskRow;
import java.util.List;

/**
 * The open tasks of a ticket (E7). While there are any, it does not close by itself (G5).
 *
 * @param open how many there are
 * @param shown those that whoever looks may see, by due date
 */
public record TicketTasks(int open, List<TaskRow> shown) {
    public static final TicketTasks NONE = new TicketTasks(0, List.of());

    public TicketTasks {
        shown = List.copyOf(shown);
    }
}
