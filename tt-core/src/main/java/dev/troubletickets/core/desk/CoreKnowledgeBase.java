// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.ArticleContent;
import dev.troubletickets.core.access.FirstMessage;
import dev.troubletickets.core.knowledge.ArticleWork;
import dev.troubletickets.core.knowledge.Articles;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.desk.KnowledgeBase;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.knowledge.Article;
import dev.troubletickets.knowledge.ArticleCategory;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.ArticleRow;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.ArticleData;
import dev.troubletickets.spi.storage.ArticleStore.Edit;
import dev.troubletickets.spi.storage.ArticleStore.Found;
import dev.troubletickets.spi.storage.ArticleStore.Sight;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ArticlePage;
import dev.troubletickets.view.PageToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

final class CoreKnowledgeBase extends StaffCalls implements KnowledgeBase {
    private static final int EDITS = 100;

    CoreKnowledgeBase(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public List<ArticleCategory> categories() {
        return read((scope, staff) -> Articles.forStaff(scope, staff).categories());
    }

    @Override
    public ArticlePage articles(ArticleCategoryId category, Optional<PageToken> from) {
        return read((scope, staff) -> {
            Articles.Page page = Articles.forStaff(scope, staff).page(category, from);
            return new ArticlePage(rows(page.articles()), page.next());
        });
    }

    @Override
    public Article article(ArticleId article) {
        return read(
                (scope, staff) -> article(scope, Articles.forStaff(scope, staff).find(article)));
    }

    @Override
    public List<ArticleRow> search(String words) {
        return read((scope, staff) -> rows(Articles.forStaff(scope, staff).search(words)));
    }

    @Override
    public List<ArticleRow> suggestions(TicketId ticket) {
        return read((scope, staff) -> {
            TicketData found = desks.access.ticket(scope, staff, ticket);
            String text = FirstMessage.of(scope, found).map(MessageData::text).orElse("");
            return rows(Articles.forStaff(scope, staff)
                    .suggestions(found.header().subject().value(), text));
        });
    }

    @Override
    public String insert(ArticleId article) {
        return read((scope, staff) -> {
            Found found = Articles.forStaff(scope, staff).find(article);
            if (found.article().sight() != Sight.CUSTOMERS) {
                throw new NotPermitted(Refusal.NOT_FOR_CUSTOMERS);
            }
            return found.text();
        });
    }

    @Override
    public ArticleId create(ArticleContent content) {
        return edit(work -> work.create(content));
    }

    @Override
    public void change(ArticleId article, long version, ArticleContent content) {
        run(work -> work.change(article, version, content));
    }

    @Override
    public void delete(ArticleId article) {
        run(work -> work.delete(article));
    }

    @Override
    public ArticleCategoryId createCategory(String name) {
        return edit(work -> work.createCategory(name));
    }

    @Override
    public void renameCategory(ArticleCategoryId category, String name) {
        run(work -> work.renameCategory(category, name));
    }

    @Override
    public void orderCategories(List<ArticleCategoryId> order) {
        run(work -> work.orderCategories(order));
    }

    @Override
    public void deleteCategory(ArticleCategoryId category) {
        run(work -> work.deleteCategory(category, Optional.empty()));
    }

    @Override
    public void deleteCategory(ArticleCategoryId category, ArticleCategoryId moveTo) {
        run(work -> work.deleteCategory(category, Optional.of(moveTo)));
    }

    private <T> T edit(Function<ArticleWork, T> useCase) {
        return write((scope, staff) -> useCase.apply(ArticleWork.of(scope, staff)));
    }

    private void run(Consumer<ArticleWork> useCase) {
        edit(work -> {
            useCase.accept(work);
            return true;
        });
    }

    private static Article article(Scope scope, Found found) {
        List<Edit> edits =
                new ArrayList<>(scope.stores().articles().edits(found.article().id(), EDITS));
        Collections.reverse(edits);
        Map<StaffId, StaffProfile> names =
                scope.profiles(edits.stream().map(Edit::by).collect(Collectors.toSet()));
        return new Article(
                row(found.article()),
                found.text(),
                found.article().version(),
                edits.stream()
                        .map(edit -> new Article.Edit(
                                edit.version(),
                                edit.at(),
                                edit.by(),
                                Optional.ofNullable(names.get(edit.by()))
                                        .map(StaffProfile::fullName)
                                        .orElse(edit.by().value())))
                        .toList());
    }

    private static List<ArticleRow> rows(List<ArticleData> articles) {
        return articles.stream().map(CoreKnowledgeBase::row).toList();
    }

    private static ArticleRow row(ArticleData article) {
        return new ArticleRow(
                article.id(),
                article.category(),
                article.title(),
                Optional.ofNullable(article.language()).map(Locale::forLanguageTag),
                article.audience(),
                article.published(),
                article.views(),
                article.changedAt());
    }
}
