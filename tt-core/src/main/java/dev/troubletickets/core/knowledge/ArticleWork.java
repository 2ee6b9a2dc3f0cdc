// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.knowledge;

import dev.troubletickets.command.ArticleContent;
import dev.troubletickets.command.Line;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.ticket.Allowance;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.ArticleData;
import dev.troubletickets.spi.storage.ArticleStore;
import dev.troubletickets.spi.storage.ArticleStore.Category;
import dev.troubletickets.spi.storage.ArticleStore.Edit;
import dev.troubletickets.spi.storage.ArticleStore.Sight;
import dev.troubletickets.spi.storage.WriteConflict;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the knowledge base (E9), under one lock; so what it asks before holds when it writes. */
public final class ArticleWork {
    private static final int MOST_ARTICLES = 5000;
    private static final int MOST_CATEGORIES = 200;
    private static final int LONGEST_NAME = 100;

    private final Scope scope;
    private final Viewer.Staff staff;
    private final ArticleStore store;

    private ArticleWork(Scope scope, Viewer.Staff staff) {
        this.scope = scope;
        this.staff = staff;
        this.store = scope.stores().articles();
    }

    /** @throws NotPermitted without the permission */
    public static ArticleWork of(Scope scope, Viewer.Staff staff) {
        staff.require(Permission.KNOWLEDGE_BASE);
        scope.stores().articles().lock();
        return new ArticleWork(scope, staff);
    }

    public ArticleId create(ArticleContent content) {
        check(content);
        if (store.count(Sight.EDITORS) >= MOST_ARTICLES) {
            throw new OverLimit("articles", MOST_ARTICLES);
        }
        ArticleId id = store.create(data(ArticleId.of(0), 1, content), content.text());
        store.addEdit(id, new Edit(1, scope.now(), staff.id()));
        return id;
    }

    public void change(ArticleId id, long version, ArticleContent content) {
        ArticleData before =
                store.find(id).orElseThrow(() -> new NotFound("article")).article();
        if (before.version() != version) {
            throw new NotPermitted(Refusal.SAVED_BY_ANOTHER);
        }
        check(content);
        if (!store.change(data(id, version + 1, content), content.text())) {
            throw new WriteConflict("article " + id + " has moved on");
        }
        store.addEdit(id, new Edit(version + 1, scope.now(), staff.id()));
    }

    public void delete(ArticleId id) {
        if (!store.delete(id)) {
            throw new NotFound("article");
        }
    }

    public ArticleCategoryId createCategory(String name) {
        List<Category> all = store.categories();
        String line = name(name, Optional.empty());
        if (all.size() >= MOST_CATEGORIES) {
            throw new OverLimit("categories", MOST_CATEGORIES);
        }
        return store.createCategory(
                line, all.stream().mapToInt(Category::place).max().orElse(0) + 1);
    }

    public void renameCategory(ArticleCategoryId id, String name) {
        Category before = category(id).orElseThrow(() -> new NotFound("category"));
        store.changeCategory(new Category(id, name(name, Optional.of(id)), before.place()));
    }

    public void orderCategories(List<ArticleCategoryId> order) {
        List<Category> all = store.categories();
        boolean each = order.size() == all.size()
                && new HashSet<>(order)
                        .equals(new HashSet<>(all.stream().map(Category::id).toList()));
        if (!each) {
            throw new Invalid("categories", "each of them is named once");
        }
        all.forEach(category ->
                store.changeCategory(new Category(category.id(), category.name(), order.indexOf(category.id()) + 1)));
    }

    /** @param moveTo where its articles go; empty if it has none */
    public void deleteCategory(ArticleCategoryId id, Optional<ArticleCategoryId> moveTo) {
        if (category(id).isEmpty()) {
            throw new NotFound("category");
        }
        moveTo.ifPresent(to -> {
            if (to.equals(id) || category(to).isEmpty()) {
                throw new Invalid("category", "there is no other such category");
            }
            store.moveAll(id, to);
        });
        if (moveTo.isEmpty() && store.counts(Sight.EDITORS).containsKey(id)) {
            throw new NotPermitted(Refusal.CATEGORY_HAS_ARTICLES);
        }
        store.deleteCategory(id);
    }

    private void check(ArticleContent content) {
        Allowance.text(scope.settings().limits(), content.text());
        if (category(content.category()).isEmpty()) {
            throw new Invalid("category", "there is no such category");
        }
    }

    private ArticleData data(ArticleId id, long version, ArticleContent content) {
        return new ArticleData(
                id,
                version,
                content.category(),
                content.title(),
                content.language().map(Locale::toLanguageTag).orElse(null),
                content.audience(),
                content.published(),
                scope.now(),
                0);
    }

    private Optional<Category> category(ArticleCategoryId id) {
        return store.categories().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private String name(String name, Optional<ArticleCategoryId> self) {
        String line = Line.require("name", name, LONGEST_NAME);
        String key = line.toLowerCase(Locale.ROOT);
        if (store.categories().stream()
                .anyMatch(each ->
                        each.name().toLowerCase(Locale.ROOT).equals(key) && !self.equals(Optional.of(each.id())))) {
            throw new Invalid("name", "another category has it");
        }
        return line;
    }
}
