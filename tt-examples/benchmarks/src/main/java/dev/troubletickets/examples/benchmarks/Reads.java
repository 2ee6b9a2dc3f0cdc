// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.TicketSort;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** What people look at all day, each time another ticket or customer. */
final class Reads {
    /** Those that look through the texts of all tickets. */
    static final Set<String> OF_TEXTS = Set.of(
            "search words of many subjects",
            "search a part of one subject",
            "full text, common words",
            "full text, a rare word");

    private static final TicketSort BY_WEIGHT = TicketSort.descending(TicketSort.Column.WEIGHT);
    private static final TicketSort NEWEST_FIRST = TicketSort.descending(TicketSort.Column.CREATED);
    private static final TicketSort BEST_FIRST = TicketSort.descending(TicketSort.Column.RELEVANCE);
    private static final String BY_SUBJECT = "t.subject_key like ?";

    private final Site site;
    private final PlainReads plain;
    private final PlainTexts texts;
    private final PlainPage page;

    Reads(Site site) {
        this.site = site;
        this.plain = new PlainReads(site.plain());
        this.texts = new PlainTexts(plain);
        this.page = new PlainPage(site.plain());
    }

    List<Contest> contests() {
        return List.of(
                new Contest("dashboard", turn -> site.john().dashboard(), turn -> plain.dashboard()),
                new Contest(
                        "unassigned by weight",
                        turn -> site.john().section(SectionName.UNASSIGNED, BY_WEIGHT, Optional.empty()),
                        turn -> plain.byWeight()),
                new Contest(
                        "my tickets",
                        turn -> site.center()
                                .customer(Hosting.customer(customer()))
                                .tickets(Optional.empty()),
                        turn -> plain.tickets(Hosting.customer(customer()).value())),
                new Contest(
                        "page of a ticket",
                        turn -> site.john().ticket(TicketId.of(visible())),
                        turn -> page.show(visible())),
                new Contest(
                        "search a number",
                        turn -> search(Long.toString(ticket())),
                        turn -> plain.search("t.id = ?", ticket())),
                new Contest(
                        "search an address",
                        turn -> search(Hosting.address(customer())),
                        turn -> plain.search("t.requester_key = ?", Hosting.address(customer()))),
                new Contest(
                        "search words of many subjects",
                        turn -> search(common()),
                        turn -> plain.search(BY_SUBJECT, "%" + common() + "%")),
                new Contest(
                        "search a part of one subject",
                        turn -> search(rare()),
                        turn -> plain.search(BY_SUBJECT, "%" + rare() + "%")),
                new Contest(
                        "full text, common words",
                        turn -> find(commonText(), NEWEST_FIRST),
                        turn -> texts.common(commonText())),
                new Contest(
                        "full text, a rare word",
                        turn -> find(rareText(), BEST_FIRST),
                        turn -> texts.rare(rareText())));
    }

    private void search(String words) {
        site.john().quickSearch(words, Optional.empty());
    }

    private void find(String words, TicketSort sort) {
        site.john().search().find(Search.everything().text(words), sort, Optional.empty());
    }

    private long ticket() {
        return 1 + ThreadLocalRandom.current().nextLong(site.size());
    }

    /** One in a queue of the technician's. */
    private long visible() {
        long any = ticket();
        return Corpus.isInFirstQueue(any, site.size()) ? any : visible();
    }

    private long customer() {
        return ThreadLocalRandom.current().nextLong(site.size() / Corpus.TICKETS_EACH);
    }

    private static String common() {
        String[] words = {"is slow at night", "bounces at work", "was lost at home", "expired at noon", "fails at once"
        };
        return words[ThreadLocalRandom.current().nextInt(words.length)];
    }

    private static String commonText() {
        String[] words = {"mail program", "authentication port", "outgoing server", "customers yesterday", "telephone"};
        return words[ThreadLocalRandom.current().nextInt(words.length)];
    }

    private String rareText() {
        return "order" + ticket();
    }

    private String rare() {
        return "on host" + ticket() + ".example";
    }
}
