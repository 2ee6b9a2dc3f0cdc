// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.jdbc.internal.ticket.TextSearch.Use;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketStore.ListedTicket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Lists and counts of tickets as statements. */
final class TicketLists {
    /** So that a search that has to read every text comes to an end. */
    private static final int PATIENCE_SECONDS = 30;

    /** An index of all tickets begins with each. */
    private static final Set<SortKey> IN_ORDER = EnumSet.of(SortKey.ID, SortKey.CREATED, SortKey.MODIFIED);

    private final Session session;
    private final TextSearch texts;

    TicketLists(Session session) {
        this.session = session;
        this.texts = new TextSearch(session);
    }

    List<ListedTicket> list(TicketCriteria criteria) {
        TicketFilter filter =
                filter(criteria, IN_ORDER.contains(criteria.order().key()) ? Use.PAGE : Use.ALL);
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
        TicketFilter filter = filter(criteria, Use.ALL);
        return session.number("select count(*) from {ticket} t" + filter.where(), filter.values());
    }

    long count(TicketCriteria criteria, int most) {
        TicketFilter filter = filter(criteria, Use.COUNT);
        return session.number(
                "select count(*) from (select 1 from {ticket} t" + filter.where() + " limit " + most + ") counted",
                filter.values());
    }

    /** The tickets that fit, each with its relevance. */
    private String ranked(TicketCriteria criteria, TicketFilter filter, List<Object> values) {
        List<String> wanted = criteria.search().words();
        if (wanted.isEmpty()) {
            values.addAll(List.of(filter.values()));
            return "(select t.*, 0 as relevance from {ticket} t" + filter.where() + ") t";
        }
        TicketWords texts = new TicketWords(session.dialect(), criteria.visibility());
        Collections.addAll(values, texts.ranked(wanted));
        Collections.addAll(values, filter.values());
        return "(select t.*, " + texts.rank(wanted.size()) + " as relevance from {ticket} t" + filter.where() + ") t";
    }

    private TicketFilter filter(TicketCriteria criteria, Use use) {
        TicketFilter filter = TicketFilter.of(criteria, session.dialect());
        List<Term> terms = new ArrayList<>(filter.terms());
        terms.addAll(
                Term.ofWords(criteria.search().words(), new TicketWords(session.dialect(), criteria.visibility())));
        if (!terms.isEmpty()) {
            session.giveUpAfter(PATIENCE_SECONDS);
            session.dialect().planEachTime().ifPresent(this::set);
            texts.add(criteria, filter, terms, use);
        }
        return filter;
    }

    private void set(String sql) {
        session.join();
        session.list(sql, row -> true);
    }
}
