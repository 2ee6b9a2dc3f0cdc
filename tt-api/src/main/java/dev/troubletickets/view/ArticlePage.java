// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.knowledge.ArticleRow;
import java.util.List;
import java.util.Optional;

/** One page of the articles of a category (E9), by title. */
public record ArticlePage(List<ArticleRow> articles, Optional<PageToken> next) {
    public ArticlePage {
        articles = List.copyOf(articles);
    }
}
