// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A ticket with all that was merged into it, however many steps away (A12). */
public final class Family {
    private final TicketData root;
    private final List<TicketData> all;

    private Family(TicketData root, List<TicketData> all) {
        this.root = root;
        this.all = List.copyOf(all);
    }

    /** Asks for merged tickets only where there have ever been any. */
    public static Family of(Scope scope, TicketData root) {
        List<TicketData> all = new ArrayList<>(List.of(root));
        Set<TicketId> known = new HashSet<>(Set.of(root.id()));
        List<TicketId> level = root.state().joined().messages() == 0 ? List.of() : List.of(root.id());
        while (!level.isEmpty()) {
            List<TicketData> next = scope.stores().tickets().mergedInto(level).stream()
                    .filter(ticket -> known.add(ticket.id()))
                    .toList();
            all.addAll(next);
            level = next.stream().map(TicketData::id).toList();
        }
        return new Family(root, all);
    }

    public TicketData root() {
        return root;
    }

    /** The root first, and nothing before what it was merged into. */
    public List<TicketData> all() {
        return all;
    }

    public List<TicketId> ids() {
        return ids(all);
    }

    /** Those that the root's customer sees as the one ticket. */
    public List<TicketId> customersIds() {
        return ids(under(root.id(), ticket -> !isApart(ticket)));
    }

    /** Tickets of other customers than the root's, each the first of its kind. */
    public List<TicketData> apart() {
        return all.stream()
                .filter(ticket -> !ticket.id().equals(root.id()) && isApart(ticket))
                .toList();
    }

    /** That member with all that was merged into it. */
    public List<TicketData> under(TicketId member) {
        return under(member, ticket -> true);
    }

    /** The family without that member and all that was merged into it. */
    public Family without(TicketId member) {
        List<TicketId> gone = ids(under(member));
        return new Family(
                root, all.stream().filter(ticket -> !gone.contains(ticket.id())).toList());
    }

    private List<TicketData> under(TicketId member, Predicate<TicketData> which) {
        Set<TicketId> found = new HashSet<>(Set.of(member));
        List<TicketData> members = new ArrayList<>();
        for (TicketData ticket : all) {
            TicketData.Merged merged = ticket.merged();
            boolean below = merged != null && found.contains(merged.into()) && which.test(ticket);
            if (ticket.id().equals(member) || below) {
                found.add(ticket.id());
                members.add(ticket);
            }
        }
        return members;
    }

    private static boolean isApart(TicketData ticket) {
        return ticket.merged() != null && ticket.merged().apart();
    }

    private static List<TicketId> ids(List<TicketData> tickets) {
        return tickets.stream().map(TicketData::id).toList();
    }
}
