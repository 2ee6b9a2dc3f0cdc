// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.tasks;

import dev.troubletickets.people.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * A moment in a task's life. Entries are added, and never changed.
 *
 * @param byName the full name; the id without a profile
 * @param from what was before: an instant as ISO 8601, a technician's id; empty for none
 * @param to what is from then on; the text of a note
 */
public record TaskEntry(Instant at, StaffId by, String byName, Kind kind, Optional<String> from, Optional<String> to) {
    public enum Kind {
        CREATED,
        NOTE,
        DUE_CHANGED,
        REASSIGNED,
        DONE,
        REOPENED
    }
}
