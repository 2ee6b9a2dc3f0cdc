// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.tasks.TaskRow;
import java.util.List;
import java.util.Optional;

/** One page of a list of tasks (E7). */
public record TaskPage(List<TaskRow> tasks, Optional<PageToken> next) {
    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
