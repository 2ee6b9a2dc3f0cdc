// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.Conversation.Line;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has come since a page was shown, for the one it was shown to (G7). */
public final class News {
    private News() {}

    /** What the mark of a page of the ticket would be now. */
    public static long mark(Viewer viewer, TicketData ticket) {
        return viewer.isStaff() ? ticket.version() : ticket.state().shown();
    }

    /**
     * @param ticket what the seen ticket is now, which may be another it was merged into
     * @return empty if nothing has come
     */
    public static List<ConversationItem> since(Scope scope, Viewer viewer, SeenTicket seen, TicketData ticket) {
        Family family = Family.of(scope, ticket);
        return viewer.isStaff() ? forStaff(scope, seen, family) : forCustomer(scope, seen, family);
    }

    private static List<ConversationItem> forStaff(Scope scope, SeenTicket seen, Family family) {
        List<Line> lines = Conversation.lines(scope, family);
        Set<TicketId> known = ids(family.under(seen.id()));
        Set<MessageId> told = new HashSet<>();
        for (Line line : lines) {
            if (isLater(line, seen) && line.item() instanceof ConversationItem.SystemLine system) {
                if (system.event() instanceof TicketEvent.OtherTicketMerged merged) {
                    known.removeAll(ids(family.under(merged.source())));
                }
                if (system.event() instanceof TicketEvent.CustomerReplied replied) {
                    told.add(replied.message());
                }
            }
        }
        return lines.stream()
                .filter(line -> isLater(line, seen)
                        || !known.contains(line.shownIn())
                        || line.item() instanceof ConversationItem.Message message && told.contains(message.id()))
                .map(Line::item)
                .toList();
    }

    private static boolean isLater(Line line, SeenTicket seen) {
        return line.ticket().equals(seen.id()) && line.version() > seen.mark();
    }

    /** The newest messages, as many as have come; all but its own, where the page was of a ticket that has been merged since. */
    private static List<ConversationItem> forCustomer(Scope scope, SeenTicket seen, Family family) {
        List<MessageData> all = Conversation.words(scope, family);
        Reading reading = Reading.of(scope, family.root(), all);
        if (!seen.id().equals(family.root().id())) {
            Set<TicketId> known = ids(family.under(seen.id()));
            return all.stream()
                    .filter(message -> !known.contains(message.shownIn())
                            || message.id().ticket().equals(seen.id())
                                    && message.id().number() > seen.mark())
                    .<ConversationItem>map(message -> Conversation.toCustomer(message, reading))
                    .toList();
        }
        long more = family.root().state().shown() - Math.max(0, seen.mark());
        return all.subList((int) Math.max(0, all.size() - more), all.size()).stream()
                .<ConversationItem>map(message -> Conversation.toCustomer(message, reading))
                .toList();
    }

    private static Set<TicketId> ids(List<TicketData> tickets) {
        Set<TicketId> ids = new HashSet<>();
        tickets.forEach(ticket -> ids.add(ticket.id()));
        return ids;
    }
}
