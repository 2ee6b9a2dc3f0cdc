// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.people.StaffId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The knowledge base (E9). Every question says whose sight it is asked with, and what is beyond that has no part in the answer. The words of an
 * article are {@link ArticleData#words}, compared exactly.
 */
public interface ArticleStore {
    /** Whoever writes categories or articles holds this until the unit ends; it keeps names apart, categories alive and counts true. */
    void lock();

    /** By place, then by id. */
    List<Category> categories();

    /** @throws WriteConflict at the latest on commit, if there is one of that name, without regard to case */
    ArticleCategoryId createCategory(String name, int place);

    /**
     * Without effect if there is none such.
     *
     * @throws WriteConflict at the latest on commit, if there is another of that name, without regard to case
     */
    void changeCategory(Category category);

    /**
     * @return false if there is none such
     * @throws WriteConflict at the latest on commit, if it has articles
     */
    boolean deleteCategory(ArticleCategoryId id);

    /** How many articles each category has in that sight; those without any may be left out. */
    Map<ArticleCategoryId, Long> counts(Sight sight);

    /**
     * Keeps a new article of version 1.
     *
     * @throws WriteConflict at the latest on commit, if its category is gone
     */
    ArticleId create(ArticleData article, String text);

    Optional<Found> find(ArticleId id);

    /** Those of them that are there, in no particular order. */
    List<ArticleData> findAll(Collection<ArticleId> ids);

    /**
     * Replaces the article of that id if its version is still {@code article.version() - 1}; its views stay.
     *
     * @return false, having written nothing, if the version has moved or the article is gone
     * @throws WriteConflict at the latest on commit, if its category is gone
     */
    boolean change(ArticleData article, String text);

    /** Puts all articles of one category into the other; versions stay. */
    void moveAll(ArticleCategoryId from, ArticleCategoryId to);

    boolean delete(ArticleId id);

    /** One more; the version stays. Without effect on an article that is gone. */
    void countView(ArticleId id);

    /** How many there are in that sight. */
    long count(Sight sight);

    /** Those of a category by {@link ArticleData#titleKey}, compared by code points, then by id. */
    List<ArticleData> list(ArticleCategoryId category, Sight sight, Optional<After> after, int limit);

    /** Those that have all of the words, those with the largest sum of weights first, then the highest number; none for no words. */
    List<ArticleId> search(Collection<String> words, Sight sight, int limit);

    /** How many articles have each of the words; those that none has are left out. */
    Map<String, Integer> frequencies(Collection<String> words, Sight sight);

    /** Each of the words in each article that has it. */
    List<Hit> hits(Collection<String> words, Sight sight);

    /** @throws WriteConflict at the latest on commit, if the article is gone */
    void addEdit(ArticleId article, Edit edit);

    /** The last of them, the newest first. */
    List<Edit> edits(ArticleId article, int limit);

    /** Who looks; each sees what those after see, too. */
    enum Sight {
        /** Drafts, too. */
        EDITORS,
        /** What is published. */
        STAFF,
        /** What is published for customers. */
        CUSTOMERS;

        /** True if an article of that sight is seen with this one. */
        public boolean sees(Sight article) {
            return compareTo(article) <= 0;
        }
    }

    record Category(ArticleCategoryId id, String name, int place) {}

    record Found(ArticleData article, String text) {}

    record After(String titleKey, long id) {}

    record Hit(ArticleId article, String word, int weight) {}

    record Edit(long version, Instant at, StaffId by) {}
}
