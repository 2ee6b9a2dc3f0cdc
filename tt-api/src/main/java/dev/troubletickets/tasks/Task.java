// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.tasks;

import java.util.List;

/**
 * The page of a task.
 *
 * @param details may be empty
 * @param entries what was noted and changed, oldest first
 */
public record Task(TaskRow row, String details, List<TaskEntry> entries) {
    public Task {
        entries = List.copyOf(entries);
    }

    /** The notes alone, oldest first. */
    public List<TaskEntry> notes() {
        return entries.stream()
                .filter(entry -> entry.kind() == TaskEntry.Kind.NOTE)
                .toList();
    }
}
