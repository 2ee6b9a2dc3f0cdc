// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Fulltext;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketStore.ListedTicket;
import dev.troubletickets.spi.storage.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists and counts of tickets as statements. */
final class TicketLists {
    /** So that a search that has to read every text comes to an end. */
    private static final int PATIENCE_SECONDS = 30;

    private final Session session;

    TicketLists(Session session) {
        this.session = session;
    }

    List<ListedTicket> list(TicketCriteria criteria) {
        TicketFilter filter = filter(criteria);
        List<Object> values = new ArrayList<>();
        TicketFilter outer = filter;
        String from = "{ticket} t";
        if (criteria.order().key() == SortKey.RELEVANCE) {
            from = ranked(criteria, filter, values);
            outer = new TicketFilter(session.dialect());
        }
        TicketFilter page = outer;
        criteria.after().ifPresent(cursor -> TicketOrder.after(cursor, criteria.order(), page));
        String unread = "false";
        if (criteria.reader().isPresent()) {
            from += " left join {read_mark} r on r.ticket = t.id and r.staff = ?";
            unread = "coalesce(r.messages, 0) < t.public_messages + t.notes + t.joined_messages";
            values.add(criteria.reader().get().value());
        }
        Collections.addAll(values, page.values());
        String relevance = criteria.order().key() == SortKey.RELEVANCE ? "t.relevance" : "0";
        String sql = "select " + TicketRow.COLUMNS + ", " + unread + ", " + relevance + " from " + from + page.where()
                + TicketOrder.by(criteria, page, session.dialect());
        return session.list(
                sql, row -> new ListedTicket(TicketRow.read(row), row.flag(), row.number()), values.toArray());
    }

    long count(TicketCriteria criteria) {
        TicketFilter filter = filter(criteria);
        return session.number("select count(*) from {ticket} t" + filter.where(), filter.values());
    }

    long count(TicketCriteria criteria, int most) {
        TicketFilter filter = filter(criteria);
        return session.number(
                "select count(*) from (select 1 from {ticket} t" + filter.where() + " limit " + most + ") counted",
                filter.values());
    }

    /** The tickets that fit, each with its relevance. */
    private String ranked(TicketCriteria criteria, TicketFilter filter, List<Object> values) {
        List<String> words = criteria.search().words();
        if (words.isEmpty()) {
            values.addAll(List.of(filter.values()));
            return "(select t.*, 0 as relevance from {ticket} t" + filter.where() + ") t";
        }
        Fulltext fulltext = session.dialect().fulltext();
        Collections.addAll(values, fulltext.ranked(words));
        Collections.addAll(values, filter.values());
        return "(select t.*, (select " + fulltext.rank(words.size()) + " from {searched} s where s.ticket = t.id"
                + readable(criteria.visibility()) + ") as relevance from {ticket} t" + filter.where() + ") t";
    }

    /** Notes are for staff alone. */
    static String readable(Visibility visibility) {
        boolean staff = visibility instanceof Visibility.OfStaff || visibility instanceof Visibility.Everything;
        return staff ? "" : " and not s.note";
    }

    private TicketFilter filter(TicketCriteria criteria) {
        TicketFilter filter = TicketFilter.of(criteria, session.dialect());
        if (filter.looksThroughTexts()) {
            session.giveUpAfter(PATIENCE_SECONDS);
            session.dialect().planEachTime().ifPresent(this::set);
        }
        return filter;
    }

    private void set(String sql) {
        session.join();
        session.list(sql, row -> true);
    }
}
