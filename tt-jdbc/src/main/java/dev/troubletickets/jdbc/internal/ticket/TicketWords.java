// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Dialect;
import dev.troubletickets.jdbc.internal.sql.Fulltext;
import dev.troubletickets.spi.storage.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Where a search looks for words: in title and messages of a ticket and of what was merged into it; in notes, and in what is kept apart,
 * for staff alone.
 */
final class TicketWords {
    private final Fulltext fulltext;
    private final boolean staff;

    TicketWords(Dialect dialect, Visibility visibility) {
        this.fulltext = dialect.fulltext();
        this.staff = visibility instanceof Visibility.OfStaff || visibility instanceof Visibility.Everything;
    }

    /** The condition that the ticket is one of those that have the word, which are looked up first; takes {@link #wanted}. */
    String found() {
        String root = staff ? "root" : "own_root";
        return "t.id in (select h.ticket from (select x." + root + " as ticket from {ticket_text} x where "
                + fulltext.has("x.words") + " union all select m." + root + " as ticket from {message} m where "
                + fulltext.has("m.words") + notes() + ") h)";
    }

    Object[] wanted(String word) {
        return new Object[] {fulltext.wanted(word), fulltext.wanted(word)};
    }

    /** The condition that the ticket has the word, for a ticket at hand; takes {@link #ranked} of it. */
    String held() {
        return "((select 1 from {ticket_text} x where " + of("x") + " and " + fulltext.holds("x.words")
                + " limit 1) is not null or (select 1 from {message} m where " + of("m") + " and "
                + fulltext.holds("m.words") + notes() + " limit 1) is not null)";
    }

    /** How well the ticket fits so many words, as a whole number; takes {@link #ranked}. */
    String rank(int words) {
        return fulltext.rank(words, "{ticket_text} x where " + of("x"), "{message} m where " + of("m") + notes());
    }

    Object[] ranked(Collection<String> words) {
        List<Object> both = new ArrayList<>(Arrays.asList(fulltext.ranked(words)));
        both.addAll(List.copyOf(both));
        return both.toArray();
    }

    /** The condition that a text is found in the ticket; for customers by the same index. */
    private String of(String text) {
        return staff
                ? text + ".root = t.id"
                : text + ".own_root = t.id and " + text
                        + ".root = (select y.root from {ticket_text} y where y.ticket = t.id)";
    }

    private String notes() {
        return staff ? "" : " and not m.note";
    }
}
