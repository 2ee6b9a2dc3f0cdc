// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Dialect;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a search looks for in the texts of tickets, as two conditions that say the same of a ticket t.
 *
 * @param found is for few tickets, which are looked up first
 * @param held is for many, and asked of each ticket at hand
 */
record Term(Condition found, Condition held) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,12}");

    record Condition(String sql, Object... values) {}

    static List<Term> ofWords(List<String> words, TicketWords texts) {
        return words.stream()
                .map(word -> new Term(
                        new Condition(texts.found(), texts.wanted(word)),
                        new Condition(texts.held(), texts.ranked(List.of(word)))))
                .toList();
    }

    /** The part stands in that text of the ticket; both in lower case. */
    static Term ofPart(Dialect dialect, String text, String part) {
        String column = "x." + text;
        Condition like = new Condition(column + " like ?" + dialect.escape(), "%" + TicketFilter.literally(part) + "%");
        Condition indexed = dialect == Dialect.POSTGRESQL ? byDigits(column, part, like) : like;
        return new Term(
                new Condition(
                        "t.id in (select x.ticket from {ticket_text} x where " + indexed.sql() + ")", indexed.values()),
                new Condition(
                        "(select 1 from {ticket_text} x where x.ticket = t.id and " + like.sql()
                                + " limit 1) is not null",
                        like.values()));
    }

    /**
     * An index of trigrams looks each of them up: the longer the part, the longer that takes. Digits are the rarest of what people write,
     * so where there are some, the index is asked for these, and the rest is looked at.
     */
    private static Condition byDigits(String column, String part, Condition otherwise) {
        Matcher digits = DIGITS.matcher(part);
        return digits.find() && digits.group().length() < part.length()
                ? new Condition(column + " like ? and strpos(" + column + ", ?) > 0", "%" + digits.group() + "%", part)
                : otherwise;
    }
}
