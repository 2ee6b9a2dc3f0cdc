// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.knowledge;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.Audience;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.ArticleData;
import dev.troubletickets.spi.storage.ArticleStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

public final class SqlArticleStore implements ArticleStore {
    private static final String READ =
            "a.id, a.version, a.category, a.title, a.language, a.audience, a.published, a.changed_at, a.views";
    private static final String SELECT = "select " + READ + " from {article} a where ";
    private static final String WRITTEN =
            "version, category, title, title_key, language, audience, published, shown, changed_at, content";

    private final Session session;
    private final Words words;

    public SqlArticleStore(Session session) {
        this.session = session;
        this.words = new Words(session);
    }

    @Override
    public void lock() {
        session.lock("select name from {mutex} where name = 'articles'");
    }

    @Override
    public List<Category> categories() {
        return session.list(
                "select id, name, place from {article_category} order by place, id",
                row -> new Category(ArticleCategoryId.of(row.number()), row.text(), row.integer()));
    }

    @Override
    public ArticleCategoryId createCategory(String name, int place) {
        return ArticleCategoryId.of(session.insertForId(
                        "insert into {article_category} (name, name_key, place) values (?, ?, ?)",
                        name,
                        key(name),
                        place)
                .orElseThrow(() -> new WriteConflict("there is a category of that name")));
    }

    @Override
    public void changeCategory(Category category) {
        session.change(
                "update {article_category} set name = ?, name_key = ?, place = ? where id = ?",
                category.name(),
                key(category.name()),
                category.place(),
                category.id().value());
    }

    @Override
    public boolean deleteCategory(ArticleCategoryId id) {
        return session.change("delete from {article_category} where id = ?", id.value()) == 1;
    }

    @Override
    public Map<ArticleCategoryId, Long> counts(Sight sight) {
        Map<ArticleCategoryId, Long> counts = new HashMap<>();
        session.list(
                "select category, count(*) from {article} where shown >= ? group by category",
                row -> counts.put(ArticleCategoryId.of(row.number()), row.number()),
                Words.rank(sight));
        return counts;
    }

    @Override
    public ArticleId create(ArticleData article, String text) {
        ArticleId id = ArticleId.of(session.insertForId(
                        "insert into {article} (" + WRITTEN + ", views) values (" + Codes.marks(10) + ", 0)",
                        values(article, text).toArray())
                .orElseThrow());
        words.insert(id, article.words(text));
        return id;
    }

    @Override
    public Optional<Found> find(ArticleId id) {
        return session.first(
                "select " + READ + ", a.content from {article} a where a.id = ?",
                row -> new Found(article(row), row.text()),
                id.value());
    }

    @Override
    public List<ArticleData> findAll(Collection<ArticleId> ids) {
        return ids.isEmpty()
                ? List.of()
                : session.list(
                        SELECT + "a.id in (" + Codes.marks(ids.size()) + ")",
                        SqlArticleStore::article,
                        ids.stream().map(ArticleId::value).toArray());
    }

    @Override
    public boolean change(ArticleData article, String text) {
        List<Object> values = values(article, text);
        values.add(article.id().value());
        values.add(article.version() - 1);
        boolean there = session.change(
                        "update {article} set " + WRITTEN.replace(",", " = ?,") + " = ? where id = ? and version = ?",
                        values.toArray())
                == 1;
        if (there) {
            words.delete(article.id());
            words.insert(article.id(), article.words(text));
        }
        return there;
    }

    @Override
    public void moveAll(ArticleCategoryId from, ArticleCategoryId to) {
        session.change("update {article} set category = ? where category = ?", to.value(), from.value());
    }

    @Override
    public boolean delete(ArticleId id) {
        return session.change("delete from {article} where id = ?", id.value()) == 1;
    }

    @Override
    public void countView(ArticleId id) {
        session.later("update {article} set views = views + 1 where id = ?", id.value());
    }

    @Override
    public long count(Sight sight) {
        return session.number("select count(*) from {article} where shown >= ?", Words.rank(sight));
    }

    @Override
    public List<ArticleData> list(ArticleCategoryId category, Sight sight, Optional<After> after, int limit) {
        List<Object> values = new ArrayList<>(List.of(category.value(), Words.rank(sight)));
        after.ifPresent(last -> values.addAll(List.of(last.titleKey(), last.titleKey(), last.id())));
        String behind = after.isPresent() ? " and a.title_key >= ? and (a.title_key > ? or a.id > ?)" : "";
        String fixed = session.dialect().sortsByWholeIndex() ? "a.category, " : "";
        return session.list(
                SELECT + "a.category = ? and a.shown >= ?" + behind + " order by " + fixed + "a.title_key, a.id limit "
                        + limit,
                SqlArticleStore::article,
                values.toArray());
    }

    @Override
    public List<ArticleId> search(Collection<String> wanted, Sight sight, int limit) {
        return words.search(wanted, sight, limit);
    }

    @Override
    public Map<String, Integer> frequencies(Collection<String> wanted, Sight sight) {
        return words.frequencies(wanted, sight);
    }

    @Override
    public List<Hit> hits(Collection<String> wanted, Sight sight) {
        return words.hits(wanted, sight);
    }

    @Override
    public void addEdit(ArticleId article, Edit edit) {
        session.later(
                "insert into {article_edit} (article, version, edited_at, staff) values (?, ?, ?, ?)",
                article.value(),
                edit.version(),
                edit.at(),
                edit.by().value());
    }

    @Override
    public List<Edit> edits(ArticleId article, int limit) {
        return session.list(
                "select version, edited_at, staff from {article_edit} where article = ? order by version desc limit "
                        + limit,
                row -> new Edit(row.number(), row.instant(), StaffId.of(row.text())),
                article.value());
    }

    private static List<Object> values(ArticleData article, String text) {
        List<Object> values = new ArrayList<>(List.of(
                article.version(),
                article.category().value(),
                article.title(),
                article.titleKey(),
                article.language() == null ? "" : article.language(),
                article.audience().name(),
                article.published(),
                Words.rank(article.sight()),
                article.changedAt()));
        values.add(text);
        return values;
    }

    private static ArticleData article(Row row) throws SQLException {
        ArticleId id = ArticleId.of(row.number());
        long version = row.number();
        ArticleCategoryId category = ArticleCategoryId.of(row.number());
        String title = row.text();
        String language = row.text();
        return new ArticleData(
                id,
                version,
                category,
                title,
                language.isEmpty() ? null : language,
                Audience.valueOf(row.text()),
                row.flag(),
                row.instant(),
                row.number());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
