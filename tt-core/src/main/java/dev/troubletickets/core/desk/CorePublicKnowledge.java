// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.knowledge.Articles;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.desk.PublicKnowledge;
import dev.troubletickets.knowledge.ArticleCategory;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.PublicArticle;
import dev.troubletickets.knowledge.PublicArticleRow;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.ArticleData;
import dev.troubletickets.spi.storage.ArticleStore.Found;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.PublicArticlePage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** For customers whom the host knows; it is the same for all of them. */
final class CorePublicKnowledge implements PublicKnowledge {
    private final Desks desks;
    private final AccountId account;

    CorePublicKnowledge(Desks desks, AccountId account) {
        this.desks = desks;
        this.account = account;
    }

    @Override
    public List<ArticleCategory> categories() {
        return read(Articles::categories);
    }

    @Override
    public PublicArticlePage articles(ArticleCategoryId category, Optional<PageToken> from) {
        return read(articles -> {
            Articles.Page page = articles.page(category, from);
            return new PublicArticlePage(rows(page.articles()), page.next());
        });
    }

    @Override
    public PublicArticle article(ArticleId article) {
        desks.access.customer(account);
        return desks.work.write(scope -> opened(scope, article));
    }

    private static PublicArticle opened(Scope scope, ArticleId article) {
        Found found = Articles.forCustomers(scope).find(article);
        scope.stores().articles().countView(article);
        return new PublicArticle(row(found.article()), found.text());
    }

    @Override
    public List<PublicArticleRow> search(String words) {
        return read(articles -> rows(articles.search(words)));
    }

    @Override
    public List<PublicArticleRow> suggestions(String subject, String text) {
        return read(articles -> rows(articles.suggestions(subject, text)));
    }

    private <T> T read(Function<Articles, T> query) {
        desks.access.customer(account);
        return desks.work.read(scope -> query.apply(Articles.forCustomers(scope)));
    }

    private static List<PublicArticleRow> rows(List<ArticleData> articles) {
        return articles.stream().map(CorePublicKnowledge::row).toList();
    }

    private static PublicArticleRow row(ArticleData article) {
        return new PublicArticleRow(
                article.id(),
                article.category(),
                article.title(),
                Optional.ofNullable(article.language()).map(Locale::forLanguageTag),
                article.changedAt());
    }
}
