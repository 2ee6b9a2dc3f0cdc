// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Searches for words of titles and conversations by hand: a page, and how many there are up to 1,000. Who writes them knows how common the
 * words are.
 */
final class PlainTexts {
    private static final String LOOKED_UP = """
            t.id in (select h.root from (select x.root from tt_ticket_text x where x.words @@ cast(? as tsquery)
             union all select m.root from tt_message m where m.words @@ cast(? as tsquery)) h)""";

    private static final String LOOKED_FOR = """
            ((select 1 from tt_ticket_text x where x.root = t.id and (x.words @@ cast(? as tsquery)) is true limit 1) is not null
             or (select 1 from tt_message m where m.root = t.id and (m.words @@ cast(? as tsquery)) is true limit 1) is not null)""";

    private static final String BEST_FIRST = """
             order by greatest((select coalesce(max(ts_rank(x.words, cast(? as tsquery))), 0) from tt_ticket_text x where x.root = t.id),
             (select coalesce(max(ts_rank(m.words, cast(? as tsquery))), 0) from tt_message m where m.root = t.id)) desc, t.id desc
             limit 51""";

    private final PlainReads reads;

    PlainTexts(PlainReads reads) {
        this.reads = reads;
    }

    /**
     * @param page the first tickets
     * @param total counted no further than to 1,001
     */
    record Found(List<PlainReads.Row> page, long total) {}

    /** The newest of the tickets that have all words. */
    Found common(String text) throws SQLException {
        List<String> words = Arrays.asList(text.split(" "));
        String condition = String.join(" and ", Collections.nCopies(words.size(), LOOKED_FOR));
        List<Object> values = new ArrayList<>();
        words.forEach(word -> values.addAll(List.of(word, word)));
        return reads.find(condition, values, " order by t.created_at desc, t.id desc limit 51", List.of());
    }

    /** The best of the tickets that have the word. */
    Found rare(String word) throws SQLException {
        return reads.find(LOOKED_UP, List.of(word, word), BEST_FIRST, List.of(word, word));
    }
}
