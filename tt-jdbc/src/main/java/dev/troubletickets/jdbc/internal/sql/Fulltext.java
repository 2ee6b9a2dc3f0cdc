// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import dev.troubletickets.search.SearchWords;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Words of texts in columns, and how a search asks for them. Which words a text has is {@link SearchWords}' alone: no database parses,
 * stems or leaves out any. PostgreSQL keeps them as {@code tsvector}, made word by word, with an index; H2 and MariaDB as a line
 * of words with spaces around each, which a search reads through.
 */
public final class Fulltext {
    /** What PostgreSQL remembers of a word at the most. */
    private static final int MOST_PLACES = 255;

    private static final int LAST_PLACE = 16_383;

    private final boolean vectors;
    private final String escape;

    Fulltext(Dialect dialect) {
        vectors = dialect == Dialect.POSTGRESQL;
        escape = dialect.escape();
    }

    /** What stands in a statement for {@link #ofTitle} or {@link #ofMessage}. */
    public String mark() {
        return vectors ? "cast(? as tsvector)" : "?";
    }

    public String ofTitle(String text) {
        return vectors ? vector(SearchWords.of(text), "A") : line(SearchWords.of(text));
    }

    public String ofMessage(String text) {
        return vectors ? vector(SearchWords.of(text), "") : line(SearchWords.of(text));
    }

    /** The condition that a column has the word that {@link #wanted} names. */
    public String has(String column) {
        return column + (vectors ? " @@ cast(? as tsquery)" : " like ?" + escape);
    }

    public String wanted(String word) {
        return vectors ? quoted(word) : "% " + literally(word) + " %";
    }

    /** How well a ticket's texts, the rows of {@code s}, fit the words, as a whole number; takes {@link #ranked}. */
    public String rank(int words) {
        if (vectors) {
            return "cast(1000000 * coalesce(max(ts_rank(s.words, cast(? as tsquery))), 0) as bigint)";
        }
        String hits = "case when s.words like ?" + escape + " then 1 else 0 end";
        return "coalesce(sum((" + hits + (" + " + hits).repeat(words - 1)
                + ") * case when s.title then 1000000 else 1 end), 0)";
    }

    public Object[] ranked(Collection<String> words) {
        return vectors
                ? new Object[] {words.stream().map(Fulltext::quoted).collect(Collectors.joining(" | "))}
                : words.stream().map(this::wanted).toArray();
    }

    /** Each word with its places, the words of a title with the weight A. */
    private static String vector(List<String> words, String weight) {
        Map<String, StringBuilder> places = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            if (counts.merge(words.get(i), 1, Integer::sum) <= MOST_PLACES) {
                StringBuilder known = places.computeIfAbsent(words.get(i), word -> new StringBuilder());
                known.append(known.isEmpty() ? ":" : ",")
                        .append(Math.min(i + 1, LAST_PLACE))
                        .append(weight);
            }
        }
        StringBuilder vector = new StringBuilder();
        places.forEach(
                (word, known) -> vector.append(quoted(word)).append(known).append(' '));
        return vector.toString();
    }

    private static String line(List<String> words) {
        return words.isEmpty() ? "" : words.stream().distinct().collect(Collectors.joining(" ", " ", " "));
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String literally(String word) {
        return word.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
