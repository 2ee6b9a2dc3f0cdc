// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.knowledge.ArticleCategory;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.PublicArticle;
import dev.troubletickets.knowledge.PublicArticleRow;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.PublicArticlePage;
import java.util.List;
import java.util.Optional;

/** The knowledge base, for customers (E9): what is published for them. Anything else is {@code NotFound}, and plays no part in any result. */
public interface PublicKnowledge {
    /** The categories that have articles for customers, in their order. */
    List<ArticleCategory> categories();

    /**
     * The articles of a category by title, 50 a page.
     *
     * @throws dev.troubletickets.failure.NotFound for a category without articles for customers
     * @throws dev.troubletickets.failure.Invalid if the token is of another list
     */
    PublicArticlePage articles(ArticleCategoryId category, Optional<PageToken> from);

    /** The page of an article; that it was opened is counted. */
    PublicArticle article(ArticleId article);

    /** Articles that have all of the first ten words, the best first, at most 50; words of a title weigh more. Nothing for no words. */
    List<PublicArticleRow> search(String words);

    /**
     * What may answer a ticket before it is opened, while it is typed: articles that share rare words with subject and text, the best
     * first, as many as {@link dev.troubletickets.settings.Limits#suggestions} says. The first 100 words of the first 4,000 characters
     * count; both texts may be empty, or anything.
     */
    List<PublicArticleRow> suggestions(String subject, String text);
}
