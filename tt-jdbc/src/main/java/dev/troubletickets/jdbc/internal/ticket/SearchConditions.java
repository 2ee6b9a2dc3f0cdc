// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.Period;
import dev.troubletickets.search.PriorityRange;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.TicketCriteria.Assignment;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.Collection;
import java.util.function.Function;

/** The parts of a search as conditions; its statuses are the filter's own. */
final class SearchConditions {
    private final Search search;
    private final TicketFilter filter;

    SearchConditions(Search search, TicketFilter filter) {
        this.search = search;
        this.filter = filter;
    }

    /** The hands the search asks for, where they are one pair; anyone's otherwise. */
    static Assignment assignment(Search search) {
        if (search.assignees().isEmpty()) {
            return search.unassigned() ? new Assignment.Nobody() : new Assignment.Anyone();
        }
        return search.assignees().size() == 1 && !search.unassigned()
                ? new Assignment.To(search.assignees().iterator().next())
                : new Assignment.Anyone();
    }

    /** @param assigned the filter has a condition for {@link #assignment} already */
    void add(boolean assigned) {
        texts();
        in("t.account", search.accounts(), AccountId::value);
        in("t.reseller", search.resellers(), ResellerId::value);
        if (search.inResellers()) {
            filter.add("t.reseller is not null");
        }
        in("t.queue", search.queues(), QueueId::value);
        in("t.category", search.categories(), name -> name);
        in("t.channel", search.channels(), Channel::name);
        if (!assigned) {
            assignees();
        }
        times();
        marks();
        search.fields().forEach(field -> FieldCodes.add(field, filter, filter.escape()));
    }

    private void texts() {
        in("t.id", search.tickets(), TicketId::value);
        search.title().ifPresent(words -> filter.holds("subject_key", words));
        search.requester().ifPresent(part -> filter.holds("requester_key", part));
    }

    private void assignees() {
        if (search.assignees().isEmpty()) {
            if (search.unassigned()) {
                filter.add("t.assignee is null");
            }
            return;
        }
        filter.add(
                "(t.assignee in (" + Codes.marks(search.assignees().size()) + ")"
                        + (search.unassigned() ? " or t.assignee is null)" : ")"),
                search.assignees().stream().map(StaffId::value).toArray());
    }

    private void marks() {
        search.tags()
                .forEach(tag ->
                        filter.add("t.id in (select g.ticket from {ticket_tag} g where g.tag = ?)", tag.value()));
        search.answered().ifPresent(yes -> filter.add("t.waiting_since is " + (yes ? "null" : "not null")));
        search.unreadByCustomer()
                .ifPresent(yes -> filter.add("t.last_answer " + (yes ? ">" : "<=") + " t.customer_read"));
        if (!search.priority().equals(PriorityRange.any())) {
            filter.add(
                    "t.priority between ? and ?",
                    search.priority().from(),
                    search.priority().to());
        }
    }

    private void times() {
        within("t.created_at", search.created());
        within("t.modified_at", search.modified());
        within("t.last_message_at", search.lastMessage());
    }

    private void within(String column, Period period) {
        period.from().ifPresent(from -> filter.add(column + " >= ?", from));
        period.until().ifPresent(until -> filter.add(column + " < ?", until));
    }

    private <T> void in(String column, Collection<T> values, Function<T, Object> value) {
        if (!values.isEmpty()) {
            filter.add(
                    column + " in (" + Codes.marks(values.size()) + ")",
                    values.stream().map(value).toArray());
        }
    }
}
