// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.ArticleContent;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.knowledge.Article;
import dev.troubletickets.knowledge.ArticleCategory;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.ArticleRow;
import dev.troubletickets.knowledge.Audience;
import dev.troubletickets.knowledge.PublicArticle;
import dev.troubletickets.knowledge.PublicArticleRow;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.view.ArticlePage;
import dev.troubletickets.view.PageToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who writes and who reads the knowledge base (E9). */
@Tag("E9")
class KnowledgeBaseTest extends BehaviourTest {
    private final Expect expect = Expect.in(center);
    private ArticleCategoryId mail;

    @BeforeEach
    void johnWrites() {
        center.admin().give(Cast.JOHN, Permission.KNOWLEDGE_BASE);
        mail = john.knowledge().createCategory(" Mail ");
    }

    @Test
    void whatIsWrittenForCustomersTheyReadAndTheirVisitsAreCounted() {
        ArticleId id = john.knowledge()
                .create(ArticleContent.of(mail, " Mail bounces ", "Look at <b>DNS</b>.\n")
                        .language(Locale.forLanguageTag("pt-BR"))
                        .forCustomers()
                        .publish());

        PublicArticleRow row = new PublicArticleRow(
                id, mail, "Mail bounces", Optional.of(Locale.forLanguageTag("pt-BR")), clock.instant());
        assertThat(jane.knowledge().categories()).containsExactly(new ArticleCategory(mail, "Mail", 1));
        assertThat(jane.knowledge().articles(mail, Optional.empty()).articles()).containsExactly(row);
        assertThat(jane.knowledge().article(id)).isEqualTo(new PublicArticle(row, "Look at <b>DNS</b>.\n"));
        mary.knowledge().article(id);
        Article article = kate.knowledge().article(id);
        assertThat(article.row())
                .isEqualTo(new ArticleRow(
                        id, mail, "Mail bounces", row.language(), Audience.PUBLIC, true, 2, clock.instant()));
        assertThat(article.edits()).containsExactly(new Article.Edit(1, clock.instant(), Cast.JOHN, "John Woods"));
    }

    @Test
    @Tag("E3")
    void internalArticlesAreForStaffAndDraftsForThoseWhoWrite() {
        ArticleId internal = john.knowledge().create(content("Internal").publish());
        ArticleId draft = john.knowledge().create(content("Draft").forCustomers());

        assertThat(titles(kate)).containsExactly("Internal");
        assertThat(titles(john)).containsExactly("Draft", "Internal");
        expect.notFound("article", () -> kate.knowledge().article(draft));
        expect.notFound("article", () -> kate.knowledge().insert(draft));
        assertThat(jane.knowledge().categories()).isEmpty();
        for (ArticleId id : List.of(internal, draft, ArticleId.of(99_999))) {
            expect.notFound("article", () -> jane.knowledge().article(id));
        }
        expect.notFound("category", () -> jane.knowledge().articles(mail, Optional.empty()));
        expect.notFound("category", () -> kate.knowledge().articles(ArticleCategoryId.of(99_999), Optional.empty()));
        assertThat(kate.knowledge().article(internal).row().views()).isZero();
    }

    @Test
    @Tag("E3")
    void nobodyWritesWithoutThePermission() {
        ArticleId id = john.knowledge().create(content("Title").publish());
        ArticleCategoryId other = john.knowledge().createCategory("Web");
        List<Consumer<StaffDesk>> calls = List.of(
                desk -> desk.knowledge().create(content("x")),
                desk -> desk.knowledge().change(id, 1, content("x")),
                desk -> desk.knowledge().delete(id),
                desk -> desk.knowledge().createCategory("x"),
                desk -> desk.knowledge().renameCategory(mail, "x"),
                desk -> desk.knowledge().orderCategories(List.of(other, mail)),
                desk -> desk.knowledge().deleteCategory(other),
                desk -> desk.knowledge().deleteCategory(other, mail));

        calls.forEach(call -> expect.refused(Refusal.PERMISSION_MISSING, () -> call.accept(kate)));
        calls.subList(1, 2).forEach(call -> call.accept(anna));
    }

    @Test
    void ofTwoWhoEditTheSameTheSecondIsTold() {
        ArticleId id = john.knowledge().create(content("Title"));
        long seen = john.knowledge().article(id).version();
        center.after(Duration.ofMinutes(1));
        anna.knowledge().change(id, seen, content("Anna's").publish());

        expect.refused(Refusal.SAVED_BY_ANOTHER, () -> john.knowledge().change(id, seen, content("John's")));
        john.knowledge().change(id, seen + 1, content("John's"));
        Article article = john.knowledge().article(id);
        assertThat(article.row().title()).isEqualTo("John's");
        assertThat(article.row().published()).isFalse();
        assertThat(article.edits())
                .extracting(Article.Edit::byName)
                .containsExactly("John Woods", "Anna Chief", "John Woods");
        expect.notFound("article", () -> john.knowledge().change(ArticleId.of(99_999), 1, content("x")));
    }

    @Test
    @Tag("A8")
    void whatIsForCustomersCanBeInsertedAsItIsAndNothingElse() {
        ArticleId open = john.knowledge()
                .create(ArticleContent.of(mail, "Open", "Wait, {{name}}.\n")
                        .forCustomers()
                        .publish());
        ArticleId internal = john.knowledge().create(content("Internal").publish());
        ArticleId draft = john.knowledge().create(content("Draft").forCustomers());

        assertThat(kate.knowledge().insert(open)).isEqualTo("Wait, {{name}}.\n");
        expect.refused(Refusal.NOT_FOR_CUSTOMERS, () -> kate.knowledge().insert(internal));
        expect.refused(Refusal.NOT_FOR_CUSTOMERS, () -> john.knowledge().insert(draft));
    }

    @Test
    void categoriesAreOrderedRenamedAndDeletedOnceTheyAreEmpty() {
        ArticleCategoryId web = john.knowledge().createCategory("Web");
        ArticleId id = john.knowledge().create(content("Title"));
        john.knowledge().renameCategory(web, "WEB");
        john.knowledge().orderCategories(List.of(web, mail));

        assertThat(john.knowledge().categories())
                .containsExactly(new ArticleCategory(web, "WEB", 0), new ArticleCategory(mail, "Mail", 1));
        assertThat(kate.knowledge().categories())
                .extracting(ArticleCategory::articles)
                .containsExactly(0L, 0L);
        expect.refused(Refusal.CATEGORY_HAS_ARTICLES, () -> john.knowledge().deleteCategory(mail));
        expect.invalid("category", () -> john.knowledge().deleteCategory(mail, mail));
        expect.invalid("category", () -> john.knowledge().deleteCategory(mail, ArticleCategoryId.of(99_999)));
        john.knowledge().deleteCategory(mail, web);
        assertThat(john.knowledge().article(id).row().category()).isEqualTo(web);
        john.knowledge().delete(id);
        john.knowledge().deleteCategory(web);
        assertThat(john.knowledge().categories()).isEmpty();
        expect.notFound("category", () -> john.knowledge().deleteCategory(web));
        expect.notFound("category", () -> john.knowledge().renameCategory(web, "x"));
        expect.notFound("article", () -> john.knowledge().delete(id));
    }

    @Test
    void badInputIsNamedAndWrittenNowhere() {
        for (String title : List.of(" ", "a\nb", "a\u0000", "x".repeat(201))) {
            assertThatThrownBy(() -> ArticleContent.of(mail, title, "x"))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.field()).isEqualTo("title"));
        }
        assertThatThrownBy(() -> ArticleContent.of(mail, "x", " "))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.field()).isEqualTo("text"));
        for (Locale wrong : List.of(Locale.ROOT, new Locale("no language"))) {
            assertThatThrownBy(() -> content("x").language(wrong))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.field()).isEqualTo("language"));
        }
        ArticleContent nowhere = ArticleContent.of(ArticleCategoryId.of(99_999), "x", "x");
        expect.invalid("category", () -> john.knowledge().create(nowhere));
        ArticleId id = john.knowledge().create(content("Title"));
        expect.invalid("category", () -> john.knowledge().change(id, 1, nowhere));
        ArticleContent long1 = ArticleContent.of(mail, "x", "x".repeat(2_000_000));
        expect.overLimit("textCharacters", () -> john.knowledge().create(long1));
        expect.overLimit("textCharacters", () -> john.knowledge().change(id, 1, long1));
        for (String name : List.of(" ", "a\nb", "x".repeat(101), "MAIL")) {
            expect.invalid("name", () -> john.knowledge().createCategory(name));
        }
        ArticleCategoryId web = john.knowledge().createCategory("Web");
        expect.invalid("name", () -> john.knowledge().renameCategory(web, "mail"));
        expect.invalid("categories", () -> john.knowledge().orderCategories(List.of(web)));
        expect.invalid("categories", () -> john.knowledge().orderCategories(List.of(web, web)));
        expect.invalid("page", () -> john.knowledge().articles(mail, Optional.of(new PageToken("x"))));
    }

    @Test
    void pagesHoldFiftyByTitle() {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            titles.add("Title " + (10 + i));
            john.knowledge().create(content("Title " + (10 + i)).forCustomers().publish());
        }
        ArticlePage first = kate.knowledge().articles(mail, Optional.empty());
        ArticlePage second = kate.knowledge().articles(mail, first.next());

        assertThat(first.articles()).extracting(ArticleRow::title).isEqualTo(titles.subList(0, 50));
        assertThat(second.articles()).extracting(ArticleRow::title).isEqualTo(titles.subList(50, 51));
        assertThat(second.next()).isEmpty();
        assertThat(jane.knowledge().articles(mail, first.next()).articles()).hasSize(1);
    }

    private ArticleContent content(String title) {
        return ArticleContent.of(mail, title, "Some text.");
    }

    private List<String> titles(StaffDesk desk) {
        return desk.knowledge().articles(mail, Optional.empty()).articles().stream()
                .map(ArticleRow::title)
                .toList();
    }
}
