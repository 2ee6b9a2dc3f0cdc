// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.knowledge.PublicArticleRow;
import java.util.List;
import java.util.Optional;

/** One page of the articles of a category that customers may see (E9), by title. */
public record PublicArticlePage(List<PublicArticleRow> articles, Optional<PageToken> next) {
    public PublicArticlePage {
        articles = List.copyOf(articles);
    }
}
