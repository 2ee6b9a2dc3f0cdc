// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.CollaboratorRight;

/** How far someone may go with a ticket that they see, permissions and rules of the ticket's life apart (G10). Each holds those before it. */
public enum Reach {
    READ,
    NOTE,
    ANSWER,
    /** Everything; theirs by queue, assignment or part, or as the main administrator's. */
    HANDLE;

    static Reach of(CollaboratorRight right) {
        return switch (right) {
            case READ -> READ;
            case NOTE -> NOTE;
            case ANSWER -> ANSWER;
        };
    }

    /** What the action takes at least. */
    public static Reach needed(Action action) {
        return switch (action) {
            case WATCH, LEAVE -> READ;
            case NOTE -> NOTE;
            case ANSWER, UNBLOCK -> ANSWER;
            default -> HANDLE;
        };
    }

    public boolean holds(Reach other) {
        return compareTo(other) >= 0;
    }
}
