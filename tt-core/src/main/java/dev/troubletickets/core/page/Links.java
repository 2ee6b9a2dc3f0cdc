// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.TicketOpened;
import dev.troubletickets.spi.storage.LinkData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.ConversationItem.SystemLine;
import dev.troubletickets.view.TicketLink;
import dev.troubletickets.view.TicketLink.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tickets a ticket has to do with, each with its subject only for who sees it too. */
final class Links {
    private static final int SHOWN = 100;

    private final Access access;

    Links(Access access) {
        this.access = access;
    }

    List<TicketLink> of(Scope scope, Viewer.Staff staff, Family family, List<ConversationItem> conversation) {
        List<TicketLink> links = new ArrayList<>();
        for (TicketData member : family.all()) {
            if (!member.id().equals(family.root().id()) && member.merged() != null) {
                Kind kind = member.merged().apart() ? Kind.KEPT_APART : Kind.MERGED;
                links.add(new TicketLink(
                        kind, member.id(), Optional.of(member.header().subject().value())));
            }
        }
        List<TicketId> ids = family.ids();
        for (LinkData link : scope.stores().links().of(ids, SHOWN)) {
            boolean from = ids.contains(link.from());
            TicketId other = from ? link.to() : link.from();
            if (!ids.contains(other)) {
                links.add(link(scope, staff, kind(link.kind(), from), other));
            }
        }
        conversation.stream()
                .flatMap(item -> claimed(item).stream())
                .map(other -> link(scope, staff, Kind.CLAIMS, other))
                .forEach(links::add);
        return links;
    }

    private TicketLink link(Scope scope, Viewer.Staff staff, Kind kind, TicketId other) {
        Optional<String> subject = access.find(scope, staff, other)
                .map(ticket -> ticket.header().subject().value());
        return new TicketLink(kind, other, subject);
    }

    private static Optional<TicketId> claimed(ConversationItem item) {
        return item instanceof SystemLine line && line.event() instanceof TicketOpened opened
                ? opened.claimed()
                : Optional.empty();
    }

    private static Kind kind(LinkData.Kind kind, boolean from) {
        return switch (kind) {
            case CONTINUED, CONTINUED_APART -> from ? Kind.CONTINUED_IN : Kind.CONTINUES;
            case ABUSE -> from ? Kind.ABUSE_CASE : Kind.ABUSE_CASE_OF;
            case SPLIT -> from ? Kind.SPLIT_INTO : Kind.SPLIT_FROM;
        };
    }
}
