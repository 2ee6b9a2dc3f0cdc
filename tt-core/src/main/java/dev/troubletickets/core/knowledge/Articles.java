// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.knowledge;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.PageTokens;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.knowledge.ArticleCategory;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.search.SearchWords;
import dev.troubletickets.spi.storage.ArticleData;
import dev.troubletickets.spi.storage.ArticleStore;
import dev.troubletickets.spi.storage.ArticleStore.After;
import dev.troubletickets.spi.storage.ArticleStore.Found;
import dev.troubletickets.spi.storage.ArticleStore.Sight;
import dev.troubletickets.view.PageToken;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The knowledge base as somebody sees it (E9); what is beyond their sight plays no part in anything. */
public final class Articles {
    private static final int PAGE = 50;
    private static final int FOUND = 50;
    private static final int WORDS = 10;
    private static final int LONGEST_SEARCH = 4_000;

    private final Scope scope;
    private final ArticleStore store;
    private final Sight sight;

    private Articles(Scope scope, Sight sight) {
        this.scope = scope;
        this.store = scope.stores().articles();
        this.sight = sight;
    }

    public static Articles forCustomers(Scope scope) {
        return new Articles(scope, Sight.CUSTOMERS);
    }

    /** A reseller's staff (E4) read what customers do: internal articles are the provider's. */
    public static Articles forStaff(Scope scope, Viewer.Staff staff) {
        if (staff.reseller().isPresent()) {
            return forCustomers(scope);
        }
        return new Articles(scope, staff.has(Permission.KNOWLEDGE_BASE) ? Sight.EDITORS : Sight.STAFF);
    }

    /** Customers are not told of categories that have nothing for them. */
    public List<ArticleCategory> categories() {
        Map<ArticleCategoryId, Long> counts = store.counts(sight);
        return store.categories().stream()
                .map(each -> new ArticleCategory(each.id(), each.name(), counts.getOrDefault(each.id(), 0L)))
                .filter(each -> sight != Sight.CUSTOMERS || each.articles() > 0)
                .toList();
    }

    /** @throws NotFound for a category that is not there for them */
    public Page page(ArticleCategoryId category, Optional<PageToken> from) {
        if (categories().stream().noneMatch(each -> each.id().equals(category))) {
            throw new NotFound("category");
        }
        String name = "ARTICLES " + category;
        Optional<After> after = PageTokens.read(
                name, 2, from, keys -> new After(MessageText.clean(keys.get(1)), Long.parseLong(keys.get(0))));
        List<ArticleData> found = store.list(category, sight, after, PAGE + 1);
        List<ArticleData> shown = found.subList(0, Math.min(found.size(), PAGE));
        ArticleData last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        return new Page(
                shown,
                last != null && found.size() > PAGE
                        ? Optional.of(PageTokens.of(name, last.id().value(), last.titleKey()))
                        : Optional.empty());
    }

    /** @param next where the next page begins; empty on the last */
    public record Page(List<ArticleData> articles, Optional<PageToken> next) {}

    /** @throws NotFound alike for an article that is not there and one that is not for them */
    public Found find(ArticleId id) {
        return store.find(id)
                .filter(found -> sight.sees(found.article().sight()))
                .orElseThrow(() -> new NotFound("article"));
    }

    public List<ArticleData> search(String words) {
        String beginning = words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
        Set<String> wanted =
                SearchWords.of(beginning).stream().distinct().limit(WORDS).collect(Collectors.toSet());
        return inOrder(store.search(wanted, sight, FOUND));
    }

    /** What shares rare words with these texts. */
    public List<ArticleData> suggestions(String... texts) {
        int most = scope.settings().limits().suggestions();
        Set<String> words = Relevant.words(texts);
        if (most == 0 || words.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> frequencies = store.frequencies(words, sight);
        if (frequencies.isEmpty()) {
            return List.of();
        }
        long articles = store.count(sight);
        Set<String> telling = Relevant.telling(frequencies, articles);
        return inOrder(Relevant.best(store.hits(telling, sight), frequencies, articles, most));
    }

    private List<ArticleData> inOrder(Collection<ArticleId> ids) {
        Map<ArticleId, ArticleData> found =
                store.findAll(ids).stream().collect(Collectors.toMap(ArticleData::id, Function.identity()));
        return ids.stream()
                .filter(found::containsKey)
                .map(id -> Objects.requireNonNull(found.get(id)))
                .toList();
    }
}
