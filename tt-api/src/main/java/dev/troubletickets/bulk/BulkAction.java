// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.bulk;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Tag;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do to each ticket (C5): the same as the desk's method for one, with its permissions, refusals, mails and history. */
public sealed interface BulkAction {
    /** As {@link dev.troubletickets.desk.StaffDesk#assign}. */
    record Assign(StaffId technician) implements BulkAction {}

    /** As {@link dev.troubletickets.desk.StaffDesk#release}. */
    record Release() implements BulkAction {}

    /** As {@link dev.troubletickets.desk.StaffDesk#close}. */
    record Close() implements BulkAction {}

    /** As {@link dev.troubletickets.desk.StaffDesk#delete}. */
    record Delete() implements BulkAction {}

    /** Into that queue, as {@link dev.troubletickets.command.Edit#queue}. */
    record Move(QueueId queue) implements BulkAction {}

    /**
     * As {@link dev.troubletickets.command.Edit.AddTags} and {@link dev.troubletickets.command.Edit.RemoveTags}, both or one of them.
     *
     * @param add at most 20, as many as a ticket can have
     * @param remove at most 20
     */
    record Retag(Set<Tag> add, Set<Tag> remove) implements BulkAction {
        private static final int MOST = 20;

        /** @throws Invalid if there are none, too many, or one stands on both sides */
        public Retag {
            add = Set.copyOf(add);
            remove = Set.copyOf(remove);
            if (add.isEmpty() && remove.isEmpty()) {
                throw new Invalid("tags", "name at least one");
            }
            if (add.size() > MOST || remove.size() > MOST) {
                throw new Invalid("tags", "name at most " + MOST);
            }
            if (add.stream().anyMatch(remove::contains)) {
                throw new Invalid("tags", "one is to be added and removed");
            }
        }
    }

    static BulkAction assign(StaffId technician) {
        return new Assign(technician);
    }

    static BulkAction release() {
        return new Release();
    }

    static BulkAction close() {
        return new Close();
    }

    static BulkAction delete() {
        return new Delete();
    }

    static BulkAction move(QueueId queue) {
        return new Move(queue);
    }

    /** @throws Invalid if one is no tag, or there are none or too many */
    static BulkAction tag(String... tags) {
        return new Retag(tags(tags), Set.of());
    }

    /** @throws Invalid if one is no tag, or there are none or too many */
    static BulkAction untag(String... tags) {
        return new Retag(Set.of(), tags(tags));
    }

    private static Set<Tag> tags(String... values) {
        try {
            return Arrays.stream(values).map(Tag::of).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new Invalid("tags", String.valueOf(e.getMessage()));
        }
    }
}
