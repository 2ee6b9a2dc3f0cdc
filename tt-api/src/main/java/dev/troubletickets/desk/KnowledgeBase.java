// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.command.ArticleContent;
import dev.troubletickets.knowledge.Article;
import dev.troubletickets.knowledge.ArticleCategory;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.ArticleRow;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ArticlePage;
import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;

/**
 * The knowledge base, for staff (E9). All staff see what is published; drafts are {@code NotFound} for those without {@link
 * dev.troubletickets.rights.Permission#KNOWLEDGE_BASE}, which writing needs. A reseller's staff (E4) see what is for customers.
 *
 * <p>There can be 5,000 articles in 200 categories. An article is found by the words of its title and of its text, as tickets are (C6).
 */
public interface KnowledgeBase {
    /** All categories, in their order. */
    List<ArticleCategory> categories();

    /**
     * The articles of a category by title, 50 a page.
     *
     * @throws dev.troubletickets.failure.NotFound for a category that does not exist
     * @throws dev.troubletickets.failure.Invalid if the token is of another list
     */
    ArticlePage articles(ArticleCategoryId category, Optional<PageToken> from);

    Article article(ArticleId article);

    /** Articles that have all of the first ten words, the best first, at most 50; words of a title weigh more. Nothing for no words. */
    List<ArticleRow> search(String words);

    /**
     * What may help with a ticket: articles that share rare words with its subject and its first message, the best first, internal ones too, as
     * many as {@link dev.troubletickets.settings.Limits#suggestions} says.
     *
     * @throws dev.troubletickets.failure.NotFound for a ticket the technician does not see
     */
    List<ArticleRow> suggestions(TicketId ticket);

    /**
     * The text of an article for an answer, as it is; nothing is said yet.
     *
     * @throws dev.troubletickets.failure.NotPermitted for one that is not for customers
     */
    String insert(ArticleId article);

    /**
     * @throws dev.troubletickets.failure.Invalid {@code category}, if there is none such
     * @throws dev.troubletickets.failure.OverLimit {@code textCharacters}, or {@code articles} if there are 5,000
     */
    ArticleId create(ArticleContent content);

    /**
     * @param version the one that the change was made from
     * @throws dev.troubletickets.failure.NotPermitted if somebody else has saved the article since ({@code SAVED_BY_ANOTHER})
     * @throws dev.troubletickets.failure.Invalid {@code category}, if there is none such
     * @throws dev.troubletickets.failure.OverLimit {@code textCharacters}
     */
    void change(ArticleId article, long version, ArticleContent content);

    void delete(ArticleId article);

    /**
     * Adds a category behind the others.
     *
     * @throws dev.troubletickets.failure.Invalid {@code name}, if it is not one line of at most 100 characters, or another category has it
     * @throws dev.troubletickets.failure.OverLimit {@code categories}, if there are 200
     */
    ArticleCategoryId createCategory(String name);

    /** @throws dev.troubletickets.failure.Invalid {@code name}, as for a new one */
    void renameCategory(ArticleCategoryId category, String name);

    /** @throws dev.troubletickets.failure.Invalid {@code categories}, unless each of them is named once */
    void orderCategories(List<ArticleCategoryId> order);

    /** @throws dev.troubletickets.failure.NotPermitted if it has articles */
    void deleteCategory(ArticleCategoryId category);

    /**
     * Moves its articles to another category, and deletes it.
     *
     * @throws dev.troubletickets.failure.Invalid {@code category}, if there is no other such
     */
    void deleteCategory(ArticleCategoryId category, ArticleCategoryId moveTo);
}
