// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.tasks;

/** Which tasks are asked for. Open ones come by their due date, those without last; done ones the newest first. */
public record TaskList(Whose whose, Which which) {
    public enum Whose {
        /** Assigned to whoever asks. */
        MINE,
        /** Created by whoever asks. */
        CREATED_BY_ME,
        /** All; for those with {@link dev.troubletickets.rights.Permission#TASKS_ADMIN} alone. */
        EVERYBODYS
    }

    public enum Which {
        OPEN,
        /** Open, and due. */
        OVERDUE,
        DONE
    }

    public static TaskList mine() {
        return new TaskList(Whose.MINE, Which.OPEN);
    }

    public static TaskList createdByMe() {
        return new TaskList(Whose.CREATED_BY_ME, Which.OPEN);
    }

    public static TaskList everybodys() {
        return new TaskList(Whose.EVERYBODYS, Which.OPEN);
    }

    public TaskList overdue() {
        return new TaskList(whose, Which.OVERDUE);
    }

    public TaskList done() {
        return new TaskList(whose, Which.DONE);
    }
}
