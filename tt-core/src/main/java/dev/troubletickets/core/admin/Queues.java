// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.admin;

import dev.troubletickets.core.access.Roots;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.fields.FieldLaws;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.post.Placeholders;
import dev.troubletickets.core.post.Wordings;
import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.ticket.DeleteTicket;
import dev.troubletickets.core.work.Installations;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;

/** The laws of queues (B1): one is the default, the last stays, a deleted one leaves no ticket behind. */
public final class Queues {
    private static final int BATCH = 200;

    private Queues() {}

    public static QueueId create(Scope scope, Viewer.Staff staff, QueueSettings settings) {
        staff.require(Permission.QUEUES);
        List<Queue> all = scope.stores().queues().lockAll();
        check(all, Optional.empty(), settings);
        return scope.stores().queues().create(settings, false);
    }

    public static void change(Scope scope, Viewer.Staff staff, QueueId id, QueueSettings settings) {
        staff.require(Permission.QUEUES);
        List<Queue> all = scope.stores().queues().lockAll();
        Queue queue = find(all, id);
        check(all, Optional.of(id), settings);
        if (!queue.settings().workingTime().equals(settings.workingTime())) {
            ServiceLevels.calendarChanges(scope, List.of(queue));
        }
        scope.stores().queues().change(new Queue(id, settings, queue.isDefault()));
    }

    public static void makeDefault(Scope scope, Viewer.Staff staff, QueueId id) {
        staff.require(Permission.QUEUES);
        List<Queue> all = scope.stores().queues().lockAll();
        find(all, id);
        for (Queue queue : all) {
            boolean chosen = queue.id().equals(id);
            if (queue.isDefault() != chosen) {
                scope.stores().queues().change(new Queue(queue.id(), queue.settings(), chosen));
            }
        }
    }

    public static void delete(Scope scope, Viewer.Staff staff, QueueId id, QueueDeletion tickets) {
        staff.require(Permission.QUEUES);
        List<Queue> all = scope.stores().queues().lockAll();
        Queue queue = find(all, id);
        if (all.size() == 1) {
            throw new NotPermitted(Refusal.LAST_QUEUE);
        }
        if (queue.isDefault()) {
            throw new NotPermitted(Refusal.DEFAULT_QUEUE);
        }
        Optional<QueueId> heir = Optional.empty();
        if (tickets instanceof QueueDeletion.MoveTickets move) {
            heir = Optional.of(find(all, move.to()).id());
            if (move.to().equals(id)) {
                throw new Invalid("to", "is the queue that is to be deleted");
            }
            moveTickets(scope, staff, id, move.to());
        } else {
            staff.require(Permission.DELETE);
            deleteTickets(scope, staff, id);
        }
        passCategories(scope, id, heir);
        FieldLaws.pass(scope, id, heir);
        AnnouncementLaws.pass(scope, id, heir);
        ServiceLevels.forget(scope, id);
        scope.stores().incidents().forget(id);
        scope.stores().queues().delete(id);
    }

    private static void moveTickets(Scope scope, Viewer.Staff staff, QueueId from, QueueId to) {
        List<TicketData> batch = scope.stores().tickets().inQueue(from, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(ticket -> moveTicket(scope, staff, ticket, from, to));
            batch = scope.stores().tickets().inQueue(from, BATCH);
        }
    }

    private static void moveTicket(Scope scope, Viewer.Staff staff, TicketData ticket, QueueId from, QueueId to) {
        Case moved = Case.of(scope, ticket).take(new Step.PassesPart(from, Optional.of(to)));
        if (ticket.state().queue().equals(from)) {
            moved.take(new Step.Moves(to));
        }
        moved.save(staff.actor());
    }

    /**
     * A ticket of another queue, of which this one has a part alone, stays (B5); so does one that was merged into a ticket of another
     * queue, and it goes there. What was merged into one that goes is gone already.
     */
    private static void deleteTicket(Scope scope, Viewer.Staff staff, TicketId id, QueueId queue) {
        Optional<TicketData> found = scope.stores().tickets().find(id);
        if (found.isEmpty()) {
            return;
        }
        TicketData ticket = found.get();
        TicketData root = Roots.ofStaff(scope, id).orElse(ticket);
        if (root.state().queue().equals(queue)) {
            DeleteTicket.delete(scope, staff.actor(), root);
        } else if (ticket.state().queue().equals(queue)) {
            moveTicket(scope, staff, ticket, queue, root.state().queue());
        } else {
            Case.of(scope, ticket)
                    .take(new Step.PassesPart(queue, Optional.empty()))
                    .save(staff.actor());
        }
    }

    private static void deleteTickets(Scope scope, Viewer.Staff staff, QueueId queue) {
        List<TicketData> batch = scope.stores().tickets().inQueue(queue, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(ticket -> deleteTicket(scope, staff, ticket.id(), queue));
            batch = scope.stores().tickets().inQueue(queue, BATCH);
        }
    }

    /** Categories the queue was in charge of go with its tickets, or to the default queue. */
    private static void passCategories(Scope scope, QueueId from, Optional<QueueId> to) {
        List<Category> categories = scope.settings().categories();
        boolean concerned = categories.stream().anyMatch(c -> c.queue().equals(Optional.of(from)));
        if (concerned) {
            Category[] passed = categories.stream()
                    .map(c -> c.queue().equals(Optional.of(from)) ? new Category(c.name(), to) : c)
                    .toArray(Category[]::new);
            Installations.save(scope.stores(), scope.settings().withCategories(passed));
        }
    }

    private static Queue find(List<Queue> all, QueueId id) {
        return all.stream().filter(queue -> queue.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("queue"));
    }

    private static void check(List<Queue> all, Optional<QueueId> self, QueueSettings settings) {
        List<QueueSettings> others = all.stream()
                .filter(queue -> !self.equals(Optional.of(queue.id())))
                .map(Queue::settings)
                .toList();
        if (others.stream().anyMatch(other -> other.name().equalsIgnoreCase(settings.name()))) {
            throw new Invalid("name", "another queue has it");
        }
        if (settings.address().isPresent()
                && others.stream().anyMatch(other -> other.address().equals(settings.address()))) {
            throw new Invalid("address", "another queue has it");
        }
        settings.newTicketResponse().ifPresent(w -> Wordings.check("newTicketResponse", w, Placeholders.sample()));
        settings.closeWarning().ifPresent(w -> Wordings.check("closeWarning", w, Placeholders.sample()));
        settings.resolvedResponse().ifPresent(w -> Wordings.check("resolvedResponse", w, Placeholders.sample()));
    }
}
