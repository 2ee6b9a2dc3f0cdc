// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.erasure;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.spi.storage.ErasureStore.Phase;
import dev.troubletickets.spi.storage.PresenceStore.DraftData;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TaskStore;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.tasks.TaskEntry;
import dev.troubletickets.ticket.Subject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes of a person's own ticket besides messages and history. */
final class OwnTicket {
    private final Scope scope;
    private final TicketData ticket;
    private final Plan plan;

    OwnTicket(Scope scope, TicketData ticket, Plan plan) {
        this.scope = scope;
        this.ticket = ticket;
        this.plan = plan;
    }

    static TicketData.Header header(TicketData.Header header) {
        return new TicketData.Header(
                Subject.ERASED,
                Erased.ADDRESS,
                "",
                header.account(),
                header.reseller(),
                null,
                header.category(),
                null,
                Set.of(),
                Set.of(),
                header.channel(),
                header.createdAt());
    }

    static TicketData.Header with(TicketData.Header header, Set<EmailAddress> cc) {
        return new TicketData.Header(
                header.subject(),
                header.requester(),
                header.requesterName(),
                header.account(),
                header.reseller(),
                header.service(),
                header.category(),
                header.summary(),
                cc,
                header.tags(),
                header.channel(),
                header.createdAt());
    }

    /** How many scheduled actions go. */
    int plan() {
        scope.stores()
                .fields()
                .of(ticket.id())
                .keySet()
                .forEach(field ->
                        plan.add(Trace.FIELDS, () -> scope.stores().fields().clear(ticket.id(), field)));
        for (DraftData draft : scope.stores().presence().drafts(ticket.id())) {
            plan.add(Trace.DRAFTS, () -> scope.stores().presence().discard(ticket.id(), draft.author()));
        }
        tasks();
        plan.besides(() -> scope.stores().erasures().forgetThreads(ticket.id()));
        return scheduled();
    }

    /** Those with words; what is to be done without any is done. */
    private int scheduled() {
        List<ScheduledData> goes = scope.stores().schedule().of(ticket.id()).stream()
                .filter(each -> each.action().text().isPresent())
                .toList();
        goes.forEach(each ->
                plan.add(Trace.SCHEDULED, () -> scope.stores().schedule().remove(each.id())));
        return goes.size();
    }

    private void tasks() {
        TaskStore tasks = scope.stores().tasks();
        for (TaskData task : tasks.of(ticket.id())) {
            boolean isErased = isErased(task.content().title())
                    && isErased(task.content().details())
                    && tasks.entries(task.id()).stream()
                            .filter(entry -> entry.kind() == TaskEntry.Kind.NOTE)
                            .allMatch(note -> isErased(note.to()));
            if (!isErased) {
                long number = task.id().value();
                plan.add(Trace.TASKS, () -> scope.stores().erasures().rewrite(Phase.TASKS, number, Erased.TEXT));
            }
        }
    }

    private static boolean isErased(@Nullable String text) {
        return Erased.TEXT.equals(text);
    }
}
