// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.spi.storage.ArticleData;
import dev.troubletickets.spi.storage.ArticleStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The knowledge base. For use inside a unit of work alone. */
final class MemoryArticles implements ArticleStore {
    private static final Comparator<ArticleData> BY_TITLE = Comparator.comparing(ArticleData::titleKey)
            .thenComparingLong(article -> article.id().value());

    private final Tables tables;

    MemoryArticles(Tables tables) {
        this.tables = tables;
    }

    record Row(ArticleData article, String text, Map<String, Integer> words) {
        static Row of(ArticleData article, String text) {
            return new Row(article, text, article.words(text));
        }
    }

    /** Which edit of which article. */
    record Key(long article, long version) {
        static final Comparator<Key> ORDER =
                Comparator.comparingLong(Key::article).thenComparingLong(Key::version);
    }

    @Override
    public void lock() {
        // one unit writes at a time
    }

    @Override
    public List<Category> categories() {
        return tables.articleCategories.rows().stream()
                .sorted(Comparator.comparingInt(Category::place)
                        .thenComparingLong(each -> each.id().value()))
                .toList();
    }

    @Override
    public ArticleCategoryId createCategory(String name, int place) {
        ArticleCategoryId id = ArticleCategoryId.of(tables.nextId());
        put(new Category(id, name, place));
        return id;
    }

    @Override
    public void changeCategory(Category category) {
        if (tables.articleCategories.has(category.id().value())) {
            put(category);
        }
    }

    private void put(Category category) {
        String name = category.name().toLowerCase(Locale.ROOT);
        if (tables.articleCategories.rows().stream()
                .anyMatch(each -> each.name().toLowerCase(Locale.ROOT).equals(name)
                        && !each.id().equals(category.id()))) {
            throw new WriteConflict("there is a category of that name");
        }
        tables.articleCategories.put(category.id().value(), category);
    }

    @Override
    public boolean deleteCategory(ArticleCategoryId id) {
        if (tables.articles.rows().stream()
                .anyMatch(row -> row.article().category().equals(id))) {
            throw new WriteConflict("the category has articles");
        }
        return tables.articleCategories.remove(id.value());
    }

    @Override
    public Map<ArticleCategoryId, Long> counts(Sight sight) {
        return seen(sight).collect(Collectors.groupingBy(row -> row.article().category(), Collectors.counting()));
    }

    @Override
    public ArticleId create(ArticleData article, String text) {
        requireCategory(article);
        ArticleId id = ArticleId.of(tables.nextId());
        tables.articles.put(id.value(), Row.of(article.as(id), text));
        return id;
    }

    @Override
    public Optional<Found> find(ArticleId id) {
        return tables.articles.find(id.value()).map(row -> new Found(row.article(), row.text()));
    }

    @Override
    public List<ArticleData> findAll(Collection<ArticleId> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> find(id).stream())
                .map(Found::article)
                .toList();
    }

    @Override
    public boolean change(ArticleData article, String text) {
        Optional<ArticleData> before =
                find(article.id()).map(Found::article).filter(kept -> kept.version() == article.version() - 1);
        before.ifPresent(kept -> {
            requireCategory(article);
            replace(viewed(article, kept.views()), text);
        });
        return before.isPresent();
    }

    private void replace(ArticleData article, String text) {
        tables.articles.put(article.id().value(), Row.of(article, text));
    }

    private static ArticleData viewed(ArticleData a, long views) {
        return new ArticleData(
                a.id(),
                a.version(),
                a.category(),
                a.title(),
                a.language(),
                a.audience(),
                a.published(),
                a.changedAt(),
                views);
    }

    @Override
    public void moveAll(ArticleCategoryId from, ArticleCategoryId to) {
        List<Row> moved = tables.articles.rows().stream()
                .filter(row -> row.article().category().equals(from))
                .toList();
        for (Row row : moved) {
            ArticleData a = row.article();
            ArticleData there = new ArticleData(
                    a.id(),
                    a.version(),
                    to,
                    a.title(),
                    a.language(),
                    a.audience(),
                    a.published(),
                    a.changedAt(),
                    a.views());
            requireCategory(there);
            replace(there, row.text());
        }
    }

    @Override
    public boolean delete(ArticleId id) {
        tables.articleEdits.removeIf((key, edit) -> key.article() == id.value());
        return tables.articles.remove(id.value());
    }

    @Override
    public void countView(ArticleId id) {
        find(id).ifPresent(
                        found -> replace(viewed(found.article(), found.article().views() + 1), found.text()));
    }

    @Override
    public long count(Sight sight) {
        return seen(sight).count();
    }

    @Override
    public List<ArticleData> list(ArticleCategoryId category, Sight sight, Optional<After> after, int limit) {
        return seen(sight)
                .map(Row::article)
                .filter(article -> article.category().equals(category))
                .filter(article -> after.isEmpty() || isAfter(article, after.get()))
                .sorted(BY_TITLE)
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(ArticleData article, After after) {
        int title = article.titleKey().compareTo(after.titleKey());
        return title > 0 || (title == 0 && article.id().value() > after.id());
    }

    @Override
    public List<ArticleId> search(Collection<String> words, Sight sight, int limit) {
        Set<String> wanted = Set.copyOf(words);
        Comparator<Row> best = Comparator.comparingInt((Row row) -> sum(row, wanted))
                .thenComparingLong(row -> row.article().id().value());
        return seen(sight)
                .filter(row -> !wanted.isEmpty() && row.words().keySet().containsAll(wanted))
                .sorted(best.reversed())
                .limit(limit)
                .map(row -> row.article().id())
                .toList();
    }

    private static int sum(Row row, Set<String> words) {
        return words.stream()
                .mapToInt(word -> row.words().getOrDefault(word, 0))
                .sum();
    }

    @Override
    public Map<String, Integer> frequencies(Collection<String> words, Sight sight) {
        Map<String, Integer> found = new HashMap<>();
        hits(words, sight).forEach(hit -> found.merge(hit.word(), 1, Integer::sum));
        return found;
    }

    @Override
    public List<Hit> hits(Collection<String> words, Sight sight) {
        Set<String> wanted = Set.copyOf(words);
        Function<Row, Stream<Hit>> hits = row -> row.words().entrySet().stream()
                .filter(word -> wanted.contains(word.getKey()))
                .map(word -> new Hit(row.article().id(), word.getKey(), word.getValue()));
        return seen(sight).flatMap(hits).toList();
    }

    @Override
    public void addEdit(ArticleId article, Edit edit) {
        if (!tables.articles.has(article.value())) {
            throw new WriteConflict("article " + article + " is gone");
        }
        tables.articleEdits.put(new Key(article.value(), edit.version()), edit);
    }

    @Override
    public List<Edit> edits(ArticleId article, int limit) {
        List<Edit> all = new ArrayList<>(
                tables.articleEdits.between(new Key(article.value(), 0), new Key(article.value(), Long.MAX_VALUE)));
        all.sort(Comparator.comparingLong(Edit::version).reversed());
        return List.copyOf(all.subList(0, Math.min(all.size(), limit)));
    }

    private Stream<Row> seen(Sight sight) {
        return tables.articles.rows().stream()
                .filter(row -> sight.sees(row.article().sight()));
    }

    private void requireCategory(ArticleData article) {
        if (!tables.articleCategories.has(article.category().value())) {
            throw new WriteConflict("category " + article.category() + " is gone");
        }
    }
}
