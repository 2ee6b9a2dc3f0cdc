// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import dev.troubletickets.search.SearchWords;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of texts in columns, and how a search asks for them. Which words a text has is {@link SearchWords}' alone: no database parses,
 * stems or leaves out any. PostgreSQL keeps them as {@code tsvector}, made word by word; H2 as a line of words with spaces around each,
 * which a search reads through; MariaDB as a line of what stands for the words, {@link Token}, under an index for texts.
 */
public final class Fulltext {
    /** What MariaDB has to take for one word. */
    public static final int LONGEST_TOKEN = Token.LONGEST;

    /** What PostgreSQL remembers of a word at the most. */
    private static final int MOST_PLACES = 255;

    private static final int LAST_PLACE = 16_383;

    private final Dialect dialect;
    private final boolean vectors;

    Fulltext(Dialect dialect) {
        this.dialect = dialect;
        vectors = dialect == Dialect.POSTGRESQL;
    }

    /** What stands in a statement for {@link #ofTitle} or {@link #ofMessage}. */
    public String mark() {
        return vectors ? "cast(? as tsvector)" : "?";
    }

    public String ofTitle(String text) {
        return kept(SearchWords.of(text), "A");
    }

    public String ofMessage(String text) {
        return kept(SearchWords.of(text), "");
    }

    /** The condition that a column has the word that {@link #wanted} names, for all texts at once: by their index, where there is one. */
    public String has(String column) {
        return switch (dialect) {
            case POSTGRESQL -> column + " @@ cast(? as tsquery)";
            case MARIADB -> "match(" + column + ") against (? in boolean mode)";
            case H2 -> column + " like ?" + dialect.escape();
        };
    }

    public String wanted(String word) {
        return switch (dialect) {
            case POSTGRESQL -> quoted(word);
            case MARIADB -> Token.of(word);
            case H2 -> inLine(word);
        };
    }

    /** The same of {@link #ranked}'s word, for a text at hand, which no database looks up in the index. */
    public String holds(String column) {
        return vectors ? "(" + column + " @@ cast(? as tsquery)) is true" : column + " like ?" + dialect.escape();
    }

    /**
     * How well a ticket's texts fit the words, as a whole number; takes {@link #ranked} twice.
     *
     * @param titles table and condition of the titles x
     * @param messages the same of the messages m
     */
    public String rank(int words, String titles, String messages) {
        return vectors
                ? "cast(1000000 * greatest(" + best("x", titles) + ", " + best("m", messages) + ") as bigint)"
                : "1000000 * " + hits("x", words, titles) + " + " + hits("m", words, messages);
    }

    public Object[] ranked(Collection<String> words) {
        return vectors
                ? new Object[] {words.stream().map(Fulltext::quoted).collect(Collectors.joining(" | "))}
                : words.stream().map(this::inLine).toArray();
    }

    private static String best(String text, String from) {
        return "coalesce((select max(ts_rank(" + text + ".words, cast(? as tsquery))) from " + from + "), 0)";
    }

    private String hits(String text, int words, String from) {
        String hit = "case when " + holds(text + ".words") + " then 1 else 0 end";
        return "coalesce((select sum(" + hit + (" + " + hit).repeat(words - 1) + ") from " + from + "), 0)";
    }

    private String kept(List<String> words, String weight) {
        return switch (dialect) {
            case POSTGRESQL -> vector(words, weight);
            case MARIADB -> line(words.stream().distinct().map(Token::of));
            case H2 -> line(words.stream().distinct());
        };
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

    private static String line(Stream<String> words) {
        String line = words.collect(Collectors.joining(" "));
        return line.isEmpty() ? "" : " " + line + " ";
    }

    /** The pattern of a line that has the word. */
    private String inLine(String word) {
        return "% " + (dialect == Dialect.MARIADB ? Token.of(word) : literally(word)) + " %";
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String literally(String word) {
        return word.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
