// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Tag;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a rule does with a new ticket (B10); what is empty stays as it is.
 *
 * @param queue where the ticket goes
 * @param assignee who gets it: somebody with a staff profile who may answer, and is entitled to the queue it ends up in
 * @param priority in place of the one it came with
 * @param weight points it keeps, -1,000,000 to 1,000,000; 0 for none
 * @param tags put on it, at most 20
 * @param hold whether it begins on hold
 * @param reply mailed to the requester in place of the receipt, under the same limits; a machine never gets it
 */
public record Handling(
        Optional<QueueId> queue,
        Optional<StaffId> assignee,
        Optional<Priority> priority,
        int weight,
        Set<Tag> tags,
        boolean hold,
        Optional<Wording> reply) {
    private static final Handling NOTHING =
            new Handling(Optional.empty(), Optional.empty(), Optional.empty(), 0, Set.of(), false, Optional.empty());
    private static final int MOST_TAGS = 20;

    /** @throws IllegalArgumentException if there are too many points or tags */
    public Handling {
        RuleSet.requirePoints(weight);
        tags = Collections.unmodifiableSet(new TreeSet<>(tags));
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException("a rule puts at most " + MOST_TAGS + " tags on a ticket");
        }
    }

    /** Everything stays as it is. */
    public static Handling nothing() {
        return NOTHING;
    }

    public Handling queue(QueueId value) {
        return with(draft -> draft.queue = Optional.of(value));
    }

    public Handling assignee(StaffId value) {
        return with(draft -> draft.assignee = Optional.of(value));
    }

    /** @throws IllegalArgumentException if it is outside 0 to 100 */
    public Handling priority(int value) {
        return with(draft -> draft.priority = Optional.of(Priority.of(value)));
    }

    /** @throws IllegalArgumentException if there are too many points */
    public Handling weight(int points) {
        return with(draft -> draft.weight = points);
    }

    /** @throws IllegalArgumentException if one is no tag, or there are too many */
    public Handling tags(String... values) {
        return with(draft ->
                draft.tags = new TreeSet<>(Arrays.stream(values).map(Tag::of).toList()));
    }

    public Handling onHold() {
        return with(draft -> draft.hold = true);
    }

    public Handling reply(Wording value) {
        return with(draft -> draft.reply = Optional.of(value));
    }

    private Handling with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.handling();
    }

    /** The handling while a part of it is being replaced. */
    private static final class Draft {
        private Optional<QueueId> queue;
        private Optional<StaffId> assignee;
        private Optional<Priority> priority;
        private int weight;
        private Set<Tag> tags;
        private boolean hold;
        private Optional<Wording> reply;

        Draft(Handling h) {
            queue = h.queue;
            assignee = h.assignee;
            priority = h.priority;
            weight = h.weight;
            tags = h.tags;
            hold = h.hold;
            reply = h.reply;
        }

        Handling handling() {
            return new Handling(queue, assignee, priority, weight, tags, hold, reply);
        }
    }
}
