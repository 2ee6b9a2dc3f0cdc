// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.Audience;
import dev.troubletickets.search.SearchWords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is kept (E9), without its text.
 *
 * @param id given by the storage; of the number 0 before
 * @param version rises by one with every change
 * @param language as a tag of BCP 47
 * @param views how often customers have opened it; not under the version
 */
public record ArticleData(
        ArticleId id,
        long version,
        ArticleCategoryId category,
        String title,
        @Nullable String language,
        Audience audience,
        boolean published,
        Instant changedAt,
        long views) {
    private static final int IN_TITLE = 8;
    private static final int MOST_IN_TEXT = 4;
    private static final int MOST_WORDS = 2000;

    public ArticleData as(ArticleId number) {
        return new ArticleData(number, version, category, title, language, audience, published, changedAt, views);
    }

    /** Who sees it. */
    public ArticleStore.Sight sight() {
        if (!published) {
            return ArticleStore.Sight.EDITORS;
        }
        return audience == Audience.PUBLIC ? ArticleStore.Sight.CUSTOMERS : ArticleStore.Sight.STAFF;
    }

    /** What lists sort by, in lower case. */
    public String titleKey() {
        return title.toLowerCase(Locale.ROOT);
    }

    /**
     * The words it is found by, with their weights: 8 for one of the title, and 1 for each time it stands in the text, up to 4. The first
     * 2,000 different ones.
     */
    public Map<String, Integer> words(String text) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        SearchWords.of(title).forEach(word -> weights.put(word, IN_TITLE));
        Map<String, Integer> counts = new LinkedHashMap<>();
        SearchWords.of(text).forEach(word -> counts.merge(word, 1, Integer::sum));
        counts.forEach((word, count) -> {
            if (weights.containsKey(word) || weights.size() < MOST_WORDS) {
                weights.merge(word, Math.min(count, MOST_IN_TEXT), Integer::sum);
            }
        });
        return weights;
    }
}
