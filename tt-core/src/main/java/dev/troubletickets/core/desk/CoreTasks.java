// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.NewTask;
import dev.troubletickets.core.page.TaskPages;
import dev.troubletickets.desk.Tasks;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.tasks.Task;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.tasks.TaskList;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.TaskPage;
import java.time.Instant;
import java.util.Optional;

final class CoreTasks extends StaffCalls implements Tasks {
    CoreTasks(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public TaskId create(NewTask task) {
        return write((scope, staff) -> desks.taskWork.create(scope, staff, task));
    }

    @Override
    public TaskPage list(TaskList list, Optional<PageToken> from) {
        return read((scope, staff) -> {
            staff.require(Permission.TASKS);
            return new TaskPages(scope, staff).page(list, from);
        });
    }

    @Override
    public Task task(TaskId task) {
        return read((scope, staff) -> new TaskPages(scope, staff).task(desks.access.task(scope, staff, task)));
    }

    @Override
    public void note(TaskId task, String text) {
        run((scope, staff) -> desks.taskWork.note(scope, staff, task, text));
    }

    @Override
    public void changeDue(TaskId task, Optional<Instant> due) {
        run((scope, staff) -> desks.taskWork.changeDue(scope, staff, task, due));
    }

    @Override
    public void reassign(TaskId task, StaffId technician) {
        run((scope, staff) -> desks.taskWork.reassign(scope, staff, task, technician));
    }

    @Override
    public void done(TaskId task) {
        run((scope, staff) -> desks.taskWork.done(scope, staff, task));
    }

    @Override
    public void reopen(TaskId task) {
        run((scope, staff) -> desks.taskWork.reopen(scope, staff, task));
    }
}
