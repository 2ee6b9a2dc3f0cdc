// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Roots;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.post.Post;
import dev.troubletickets.core.post.Response;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.TicketData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tickets in step that were merged though they belong to different customers (A12): what a customer does in a ticket that was kept
 * apart is told to the one it was merged into, and once that is settled, so are they.
 */
final class Apart {
    private Apart() {}

    /** Follows one write of a ticket; the tickets that were settled by it. */
    static List<Settled> follow(
            Scope scope, TicketData before, TicketData after, List<TicketEvent> events, Actor actor) {
        // that one was settled before what is undone is no news to the others
        boolean undone = events.stream().anyMatch(TicketEvent.OperationUndone.class::isInstance);
        boolean settled =
                before.state().status().isActive() && !after.state().status().isActive() && !undone;
        if (before.merged() != null && after.merged() != null && after.merged().apart()) {
            tellRoot(scope, before, after, events, actor);
        }
        return settled && after.state().joined().messages() > 0 ? settleAlong(scope, after, events, actor) : List.of();
    }

    private static void tellRoot(
            Scope scope, TicketData before, TicketData after, List<TicketEvent> events, Actor actor) {
        TicketData found = Roots.ofStaff(scope, after.id()).orElseThrow();
        List<Step> steps = new ArrayList<>();
        for (TicketEvent event : events) {
            if (event instanceof TicketEvent.CustomerReplied replied) {
                steps.add(new Step.OtherWrites(replied.message(), replied.channel()));
            } else if (event instanceof TicketEvent.AutomaticMailReceived received) {
                steps.add(new Step.OtherMachineWrites(received.message()));
            }
        }
        boolean told = steps.stream().anyMatch(Step.OtherWrites.class::isInstance);
        boolean waits = after.state().isUnanswered();
        Instant others = found.state().joined().othersSince();
        if (!told && waits && !before.state().isUnanswered()) {
            steps.add(new Step.OtherReopens(after.id()));
        } else if (!waits && before.state().isUnanswered() && others != null) {
            Family rest = Family.of(scope, found).without(after.id());
            steps.add(new Step.OtherSettles(after.id(), stillWaiting(rest, others)));
        }
        if (!steps.isEmpty()) {
            Case root = Case.of(scope, found);
            steps.forEach(root::take);
            root.save(actor);
        }
    }

    /**
     * Since when the other customers of the family wait.
     *
     * @param since when those of the whole did begin to; what they said before is answered
     */
    static @Nullable Instant stillWaiting(Family family, Instant since) {
        return family.apart().stream()
                .filter(ticket -> ticket.state().waitingSince() != null)
                .map(ticket -> Stream.of(
                                ticket.state().waitingSince(), ticket.activity().lastMessageAt())
                        .filter(at -> !at.isBefore(since))
                        .min(Comparator.naturalOrder()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<Settled> settleAlong(Scope scope, TicketData root, List<TicketEvent> events, Actor actor) {
        Cause cause = events.stream()
                        .anyMatch(event -> event instanceof TicketEvent.StatusChanged changed
                                && changed.cause() == Cause.AUTO_CLOSE)
                ? Cause.AUTO_CLOSE
                : Cause.STAFF;
        List<Settled> settled = new ArrayList<>();
        for (TicketData ticket : Family.of(scope, root).apart()) {
            if (ticket.state().status().isActive()) {
                Case along = Case.of(scope, ticket)
                        .take(new Step.SettlesAlong(root.state().status(), cause));
                Optional<Response> response = Post.settled(scope, along.data());
                response.flatMap(Response::withheld).ifPresent(why -> HandleTicket.withhold(scope, along, why));
                settled.add(new Settled(along.save(actor), response));
            }
        }
        return settled;
    }

    /**
     * A ticket that was settled with the one it was merged into.
     *
     * @param response what its customer is told
     */
    record Settled(TicketData ticket, Optional<Response> response) {}
}
