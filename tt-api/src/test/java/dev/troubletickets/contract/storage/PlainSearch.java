// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import dev.troubletickets.people.ResellerId;
import dev.troubletickets.search.Period;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.Holder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a search means, said plainly for one ticket. */
final class PlainSearch {
    private PlainSearch() {}

    static boolean fits(TicketData ticket, Search search) {
        var header = ticket.header();
        var state = ticket.state();
        var activity = ticket.activity();
        List<Boolean> all = new ArrayList<>();
        search.title()
                .ifPresent(words -> all.add(lower(header.subject().value()).contains(lower(words))));
        search.requester()
                .ifPresent(part -> all.add(lower(header.requester().value()).contains(lower(part))));
        all.add(isOne(ticket.id(), search.tickets()));
        all.add(isOne(header.account(), search.accounts()));
        all.add(isOne(header.reseller(), search.resellers()));
        all.add(!search.inResellers() || header.reseller() != null);
        all.add(isOne(state.queue(), search.queues()));
        all.add(isOne(header.category(), search.categories()));
        boolean anyone = search.assignees().isEmpty() && !search.unassigned();
        boolean theirs = state.assignee() != null && search.assignees().contains(state.assignee());
        boolean nobodys = state.assignee() == null && search.unassigned();
        all.add(anyone || theirs || nobodys);
        all.add(isOne(state.status(), search.statuses()));
        int priority = state.priority().value();
        all.add(search.priority().from() <= priority
                && priority <= search.priority().to());
        all.add(isIn(header.createdAt(), search.created()));
        all.add(isIn(activity.modifiedAt(), search.modified()));
        all.add(isIn(activity.lastMessageAt(), search.lastMessage()));
        all.add(header.tags().containsAll(search.tags()));
        search.answered().ifPresent(answered -> all.add(answered == (state.waitingSince() == null)));
        search.unreadByCustomer().ifPresent(unread -> all.add(unread == state.lastAnswer() > state.customerRead()));
        all.add(isOne(header.channel(), search.channels()));
        return !all.contains(false);
    }

    static boolean sees(Visibility visibility, TicketData ticket) {
        if (visibility instanceof Visibility.OfStaff staff) {
            return isOn(staff.side(), ticket) && isTheirs(staff, ticket);
        }
        if (visibility instanceof Visibility.OfAccount customer) {
            return customer.account().equals(ticket.header().account());
        }
        if (visibility instanceof Visibility.OfResellers theirs) {
            return ticket.header().reseller() != null
                    && theirs.resellers().contains(ticket.header().reseller());
        }
        return isOn(((Visibility.Everything) visibility).side(), ticket);
    }

    private static boolean isOn(Side side, TicketData ticket) {
        ResellerId reseller = ticket.header().reseller();
        if (side instanceof Side.Only only) {
            return reseller != null && only.resellers().contains(reseller);
        }
        return reseller == null
                || (side instanceof Side.With some
                        ? some.resellers().contains(reseller)
                        : !((Side.Without) side).resellers().contains(reseller));
    }

    private static boolean isTheirs(Visibility.OfStaff staff, TicketData ticket) {
        return staff.queues().contains(ticket.state().queue())
                || staff.invited().contains(ticket.id())
                || staff.staff().equals(ticket.state().assignee())
                || ticket.state().parts().contains(Holder.technician(staff.staff()))
                || staff.queues().stream()
                        .map(Holder::department)
                        .anyMatch(ticket.state().parts()::contains);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isOne(Object value, Collection<?> of) {
        return of.isEmpty() || (value != null && of.contains(value));
    }

    private static boolean isIn(Instant instant, Period period) {
        return (period.from().isEmpty() || !instant.isBefore(period.from().get()))
                && (period.until().isEmpty() || instant.isBefore(period.until().get()));
    }
}
