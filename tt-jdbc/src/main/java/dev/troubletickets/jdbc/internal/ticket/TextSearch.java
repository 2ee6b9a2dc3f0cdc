// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.TicketCriteria;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words and parts of texts as conditions: each stands in one of the ticket's texts, not all of them in the same one. A rare one is looked
 * up; one that many tickets have is looked for in one ticket after the other, since an index that holds a million places of a word gives
 * them all or none. Which is which the newest of the tickets that else fit tell: databases know how common the most common words are, and
 * guess the rest.
 */
final class TextSearch {
    /** How many tickets are asked. */
    private static final int SAMPLE = 250;

    /** As many among them have one that is worth looking up. */
    private static final int RARE = 2;

    private final Session session;
    private final Map<TicketCriteria, Sample> samples = new HashMap<>();

    TextSearch(Session session) {
        this.session = session;
    }

    /** What is to be done with what is found, by how many in the sample have to fit for going through the tickets to be the shorter way. */
    enum Use {
        /** Some, in an order in which tickets can be gone through. */
        PAGE(3),
        /** A thousand are counted. */
        COUNT(8),
        ALL(Integer.MAX_VALUE);

        private final int least;

        Use(int least) {
            this.least = least;
        }
    }

    /** @param having how many of so many tickets have each */
    private record Sample(int tickets, int havingAll, List<Integer> having) {
        boolean isAll() {
            return tickets < SAMPLE;
        }
    }

    void add(TicketCriteria criteria, TicketFilter filter, List<Term> terms, Use use) {
        Sample sample = sample(criteria, filter, terms);
        boolean through = sample.isAll() || sample.havingAll() >= use.least;
        int rarest = sample.having().indexOf(Collections.min(sample.having()));
        for (int i = 0; i < terms.size(); i++) {
            boolean lookedUp = !through && (i == rarest || sample.having().get(i) <= RARE);
            filter.add(lookedUp ? terms.get(i).found() : terms.get(i).held());
        }
    }

    /** List and count of one search ask once. */
    private Sample sample(TicketCriteria criteria, TicketFilter filter, List<Term> terms) {
        TicketCriteria same = TicketCriteria.of(criteria.visibility())
                .statuses(criteria.statuses())
                .assigned(criteria.assignment())
                .search(criteria.search());
        TicketCriteria which = criteria.find().map(same::find).orElse(same);
        Sample known = samples.get(which);
        if (known == null) {
            known = ask(filter, terms);
            samples.put(which, known);
        }
        return known;
    }

    /** The inner limits keep a database from taking one select for all, and asking for each twice. */
    private Sample ask(TicketFilter filter, List<Term> terms) {
        StringBuilder each = new StringBuilder();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            Term.Condition held = terms.get(i).held();
            each.append(", case when ")
                    .append(held.sql())
                    .append(" then 1 else 0 end as w")
                    .append(i);
            Collections.addAll(values, held.values());
        }
        Collections.addAll(values, filter.values());
        List<String> columns =
                IntStream.range(0, terms.size()).mapToObj(i -> "w" + i).toList();
        String sums = columns.stream().map(w -> ", coalesce(sum(" + w + "), 0)").collect(Collectors.joining());
        return session.list(
                        "select count(*), coalesce(sum(" + String.join(" * ", columns) + "), 0)" + sums
                                + " from (select t.id" + each + " from (select t.id from {ticket} t" + filter.where()
                                + " order by t.id desc limit " + SAMPLE + ") t limit " + SAMPLE + ") sampled",
                        row -> sample(row, terms.size()),
                        values.toArray())
                .get(0);
    }

    private static Sample sample(Row row, int terms) throws SQLException {
        int tickets = row.integer();
        int all = row.integer();
        List<Integer> having = new ArrayList<>();
        for (int i = 0; i < terms; i++) {
            having.add(row.integer());
        }
        return new Sample(tickets, all, having);
    }
}
