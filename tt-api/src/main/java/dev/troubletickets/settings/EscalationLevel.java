// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Priority;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What happens to a ticket whose customer still waits, once in each wait (G6): the priority, then in whose hands it is, then the note, then
 * the mails.
 *
 * @param name what history calls it; also what a level is known by, so a renamed one is another
 * @param offset working time of the queue, counted from the due time: below zero before it, zero at it, above zero after it. What would lie
 *     before the wait comes with its beginning. Hold and snooze put it off, as they put off the due time.
 * @param priority leave it as it is if empty
 * @param unassign give the ticket back to nobody
 * @param assignee leave the assignee if empty; without effect if the technician is gone or has no profile then
 * @param note for staff
 * @param tellQueue mail the technicians entitled to the queue, everybody for the default queue
 * @param tell mail these technicians, as far as they may see the ticket then
 */
public record EscalationLevel(
        String name,
        Duration offset,
        Optional<Priority> priority,
        boolean unassign,
        Optional<StaffId> assignee,
        Optional<String> note,
        boolean tellQueue,
        Set<StaffId> tell) {
    private static final int LONGEST = 100;
    private static final int LONGEST_NOTE = 10_000;
    private static final int MOST_TOLD = 50;
    private static final Duration FARTHEST = Duration.ofDays(366);

    /**
     * @throws IllegalArgumentException if the name is not one line of 1 to 100 characters, the offset more than 366 days or not in whole
     *     seconds, the note blank or longer than 10,000 characters, more than 50 technicians are named, or both nobody and somebody is to
     *     get the ticket
     */
    public EscalationLevel {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a level's name is one line of 1 to " + LONGEST + " characters");
        }
        if (offset.abs().compareTo(FARTHEST) > 0 || offset.toNanosPart() != 0) {
            throw new IllegalArgumentException("a level is at most 366 days off, in whole seconds");
        }
        if (unassign && assignee.isPresent()) {
            throw new IllegalArgumentException("a level assigns to nobody or to somebody");
        }
        tell = Set.copyOf(tell);
        if (tell.size() > MOST_TOLD) {
            throw new IllegalArgumentException("a level names at most " + MOST_TOLD + " technicians");
        }
        note.ifPresent(EscalationLevel::requireNote);
    }

    /** So much working time before an answer is due. */
    public static EscalationLevel before(Duration left, String name) {
        return new Draft(name, left.negated()).level();
    }

    public static EscalationLevel atDue(String name) {
        return new Draft(name, Duration.ZERO).level();
    }

    /** When an answer is overdue by so much working time. */
    public static EscalationLevel after(Duration late, String name) {
        return new Draft(name, late).level();
    }

    public EscalationLevel withPriority(int value) {
        return with(draft -> draft.priority = Optional.of(Priority.of(value)));
    }

    public EscalationLevel withoutAssignee() {
        return with(draft -> draft.unassign = true);
    }

    public EscalationLevel withAssignee(StaffId technician) {
        return with(draft -> draft.assignee = Optional.of(technician));
    }

    public EscalationLevel withNote(String text) {
        return with(draft -> draft.note = Optional.of(text));
    }

    public EscalationLevel tellingQueue() {
        return with(draft -> draft.tellQueue = true);
    }

    public EscalationLevel telling(StaffId... technicians) {
        return with(draft -> draft.tell.addAll(Set.of(technicians)));
    }

    private EscalationLevel with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.level();
    }

    private static void requireNote(String text) {
        if (text.isBlank() || text.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a level's note has 1 to " + LONGEST_NOTE + " characters");
        }
    }

    /** The level while a part of it is being replaced. */
    private static final class Draft {
        private final String name;
        private final Duration offset;
        private Optional<Priority> priority = Optional.empty();
        private boolean unassign;
        private Optional<StaffId> assignee = Optional.empty();
        private Optional<String> note = Optional.empty();
        private boolean tellQueue;
        private final Set<StaffId> tell = new HashSet<>();

        Draft(String name, Duration offset) {
            this.name = name;
            this.offset = offset;
        }

        Draft(EscalationLevel level) {
            this(level.name, level.offset);
            priority = level.priority;
            unassign = level.unassign;
            assignee = level.assignee;
            note = level.note;
            tellQueue = level.tellQueue;
            tell.addAll(level.tell);
        }

        EscalationLevel level() {
            return new EscalationLevel(name, offset, priority, unassign, assignee, note, tellQueue, tell);
        }
    }
}
