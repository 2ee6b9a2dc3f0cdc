// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.command.NewTask;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.tasks.Task;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.tasks.TaskList;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.TaskPage;
import java.time.Instant;
import java.util.Optional;

/**
 * Tasks (E7). A task is seen, and changed, by its assignee, by its creator, and by those with {@link
 * dev.troubletickets.rights.Permission#TASKS_ADMIN}; for everybody else it is {@code NotFound}. Customers never see any.
 *
 * <p>Every method needs {@link dev.troubletickets.rights.Permission#TASKS}. A ticket has at most 20 open tasks and 100 in all; while one is
 * open, the ticket does not close by itself and warns nobody of it (G5). Deleting a ticket deletes its tasks; merging takes them along.
 */
public interface Tasks {
    /**
     * Creates a task. Its assignee is told by mail if they chose so ({@link dev.troubletickets.people.Notice#TASK_ASSIGNED}).
     *
     * @throws dev.troubletickets.failure.Invalid {@code assignee}, if that is nobody who works with tasks; {@code due}, if it is not ahead
     *     or more than ten years
     * @throws dev.troubletickets.failure.OverLimit {@code textCharacters}, {@code ticketTasks}, or {@code openTasks} of the creator,
     *     1,000
     * @throws dev.troubletickets.failure.NotFound for a ticket the technician does not see
     * @throws dev.troubletickets.failure.NotPermitted for one that they see by invitation alone (G10)
     */
    TaskId create(NewTask task);

    /**
     * 50 a page.
     *
     * @throws dev.troubletickets.failure.NotPermitted for everybody's, without {@link
     *     dev.troubletickets.rights.Permission#TASKS_ADMIN}
     * @throws dev.troubletickets.failure.Invalid if the token is of another list
     */
    TaskPage list(TaskList list, Optional<PageToken> from);

    Task task(TaskId task);

    /**
     * Adds a note, also to a task that is done.
     *
     * @throws dev.troubletickets.failure.OverLimit {@code textCharacters}, or {@code taskEntries}, 1,000
     */
    void note(TaskId task, String text);

    /**
     * @param due empty for whenever
     * @throws dev.troubletickets.failure.Invalid {@code due}, if it is not ahead or more than ten years
     * @throws dev.troubletickets.failure.NotPermitted for a task that is done, and one that is due then already
     */
    void changeDue(TaskId task, Optional<Instant> due);

    /**
     * Gives the task to a technician, who is told as with a new one.
     *
     * @throws dev.troubletickets.failure.Invalid {@code assignee}, if that is nobody who works with tasks
     * @throws dev.troubletickets.failure.NotPermitted for a task that is done, and one that is theirs already
     */
    void reassign(TaskId task, StaffId technician);

    /** @throws dev.troubletickets.failure.NotPermitted if it is done already */
    void done(TaskId task);

    /**
     * @throws dev.troubletickets.failure.NotPermitted if it is open already
     * @throws dev.troubletickets.failure.OverLimit {@code ticketTasks}, if its ticket has 20 open ones
     */
    void reopen(TaskId task);
}
