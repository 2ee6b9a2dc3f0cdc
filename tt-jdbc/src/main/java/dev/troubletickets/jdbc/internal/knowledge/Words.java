// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.knowledge;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.spi.storage.ArticleStore.Hit;
import dev.troubletickets.spi.storage.ArticleStore.Sight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of articles, a row each: the same index on every database. */
final class Words {
    private static final String FROM =
            " from {article_word} w join {article} a on a.id = w.article where a.shown >= ? and w.word in (";

    private final Session session;

    Words(Session session) {
        this.session = session;
    }

    /** As the column shown has it. */
    static int rank(Sight sight) {
        return switch (sight) {
            case EDITORS -> 0;
            case STAFF -> 1;
            case CUSTOMERS -> 2;
        };
    }

    void insert(ArticleId article, Map<String, Integer> words) {
        words.forEach((word, weight) -> session.later(
                "insert into {article_word} (word, article, weight) values (?, ?, ?)", word, article.value(), weight));
    }

    void delete(ArticleId article) {
        session.later("delete from {article_word} where article = ?", article.value());
    }

    List<ArticleId> search(Collection<String> words, Sight sight, int limit) {
        return words.isEmpty()
                ? List.of()
                : session.list(
                        "select w.article, sum(w.weight) as fit" + from(words)
                                + " group by w.article having count(*) = " + words.size()
                                + " order by fit desc, w.article desc limit " + limit,
                        row -> ArticleId.of(row.number()),
                        values(words, sight));
    }

    Map<String, Integer> frequencies(Collection<String> words, Sight sight) {
        Map<String, Integer> found = new HashMap<>();
        if (!words.isEmpty()) {
            session.list(
                    "select w.word, count(*)" + from(words) + " group by w.word",
                    row -> found.put(row.text(), row.integer()),
                    values(words, sight));
        }
        return found;
    }

    List<Hit> hits(Collection<String> words, Sight sight) {
        return words.isEmpty()
                ? List.of()
                : session.list(
                        "select w.article, w.word, w.weight" + from(words),
                        row -> new Hit(ArticleId.of(row.number()), row.text(), row.integer()),
                        values(words, sight));
    }

    private static String from(Collection<String> words) {
        return FROM + Codes.marks(words.size()) + ")";
    }

    private static Object[] values(Collection<String> words, Sight sight) {
        List<Object> values = new ArrayList<>(List.of(rank(sight)));
        values.addAll(words);
        return values.toArray();
    }
}
