// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.Audience;
import dev.troubletickets.spi.storage.ArticleData;
import dev.troubletickets.spi.storage.ArticleStore.After;
import dev.troubletickets.spi.storage.ArticleStore.Category;
import dev.troubletickets.spi.storage.ArticleStore.Edit;
import dev.troubletickets.spi.storage.ArticleStore.Found;
import dev.troubletickets.spi.storage.ArticleStore.Sight;
import dev.troubletickets.spi.storage.WriteConflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The knowledge base (E9): articles in categories, under a version, for whoever may see them. */
public interface ArticleStoreContract extends StorageUnderTest {
    @Test
    @Tag("E9")
    default void categoriesStandInTheirOrderAndHaveDifferentNames() {
        ArticleCategoryId mail = write().articles().createCategory("Mäil", 2);
        ArticleCategoryId web = write().articles().createCategory("Web", 1);

        assertThat(read().articles().categories())
                .containsExactly(new Category(web, "Web", 1), new Category(mail, "Mäil", 2));
        assertThatThrownBy(() -> write().articles().createCategory("MÄIL", 3)).isInstanceOf(WriteConflict.class);
        assertThatThrownBy(() -> write().articles().changeCategory(new Category(web, "mäil", 3)))
                .isInstanceOf(WriteConflict.class);
        write().articles().changeCategory(new Category(mail, "MÄIL", 1));
        write().articles().changeCategory(new Category(ArticleCategoryId.of(99_999), "None", 1));
        assertThat(read().articles().categories())
                .containsExactlyInAnyOrder(new Category(web, "Web", 1), new Category(mail, "MÄIL", 1));
        assertThat(write().articles().deleteCategory(mail)).isTrue();
        assertThat(write().articles().deleteCategory(mail)).isFalse();
    }

    @Test
    @Tag("E9")
    default void anArticleComesBackAsItWasWritten() {
        ArticleCategoryId category = category("Mail");
        String text = UNICODE + "a".repeat(100_000);
        ArticleData first = article(category, "Title " + UNICODE.strip(), Audience.PUBLIC, true);
        ArticleData kept = first.as(write().articles().create(first, text));

        assertThat(read().articles().find(kept.id())).contains(new Found(kept, text));
        assertThat(read().articles().findAll(List.of(kept.id(), kept.id(), ArticleId.of(99_999))))
                .containsExactly(kept);
        assertThat(read().articles().findAll(List.of())).isEmpty();
        assertThat(read().articles().find(ArticleId.of(99_999))).isEmpty();
        assertThatThrownBy(() -> write().articles()
                        .create(article(ArticleCategoryId.of(99_999), "x", Audience.PUBLIC, true), "x"))
                .isInstanceOf(WriteConflict.class);
    }

    @Test
    @Tag("E9")
    default void itIsReplacedInTheVersionThatWasReadAloneAndItsViewsStay() {
        ArticleCategoryId category = category("Mail");
        ArticleId id = create(article(category, "Title", Audience.PUBLIC, true));
        write().articles().countView(id);
        write().articles().countView(id);
        write().articles().countView(ArticleId.of(99_999));
        ArticleData second =
                new ArticleData(id, 2, category("Web"), "Other", null, Audience.INTERNAL, false, minutes(9), 0);

        assertThat(write().articles().change(second, "new")).isTrue();
        assertThat(write().articles().change(second, "again")).isFalse();
        Found found = read().articles().find(id).orElseThrow();
        assertThat(found.text()).isEqualTo("new");
        assertThat(found.article())
                .isEqualTo(new ArticleData(
                        id, 2, second.category(), "Other", null, Audience.INTERNAL, false, minutes(9), 2));
    }

    @Test
    @Tag("E9")
    default void listsAndCountsHoldWhatIsSeenByTitle() {
        ArticleCategoryId mail = category("Mail");
        ArticleCategoryId web = category("Web");
        ArticleId open = create(article(mail, "b", Audience.PUBLIC, true));
        ArticleId internal = create(article(mail, "A", Audience.INTERNAL, true));
        ArticleId draft = create(article(mail, "c", Audience.PUBLIC, false));
        ArticleId same = create(article(mail, "B", Audience.PUBLIC, true));
        create(article(web, "d", Audience.INTERNAL, false));

        assertThat(list(mail, Sight.EDITORS)).containsExactly(internal, open, same, draft);
        assertThat(list(mail, Sight.STAFF)).containsExactly(internal, open, same);
        assertThat(list(mail, Sight.CUSTOMERS)).containsExactly(open, same);
        assertThat(read().articles().list(mail, Sight.EDITORS, Optional.of(new After("b", open.value())), 1))
                .extracting(ArticleData::id)
                .containsExactly(same);
        assertThat(read().articles().list(mail, Sight.EDITORS, Optional.of(new After("b", same.value())), 9))
                .extracting(ArticleData::id)
                .containsExactly(draft);
        assertThat(read().articles().counts(Sight.EDITORS)).isEqualTo(Map.of(mail, 4L, web, 1L));
        assertThat(read().articles().counts(Sight.CUSTOMERS).get(mail)).isEqualTo(2);
        assertThat(read().articles().count(Sight.EDITORS)).isEqualTo(5);
        assertThat(read().articles().count(Sight.STAFF)).isEqualTo(3);
        assertThat(read().articles().count(Sight.CUSTOMERS)).isEqualTo(2);
    }

    @Test
    @Tag("E9")
    default void aCategoryWithArticlesIsNotDeletedBeforeTheyHaveMoved() {
        ArticleCategoryId mail = category("Mail");
        ArticleCategoryId web = category("Web");
        ArticleId id = create(article(mail, "a", Audience.PUBLIC, true));

        assertThatThrownBy(() -> write().articles().deleteCategory(mail)).isInstanceOf(WriteConflict.class);
        write().articles().moveAll(mail, web);
        assertThat(write().articles().deleteCategory(mail)).isTrue();
        assertThat(read().articles().find(id).orElseThrow().article().category())
                .isEqualTo(web);
        assertThat(read().articles().find(id).orElseThrow().article().version()).isEqualTo(1);
    }

    @Test
    @Tag("E9")
    default void editsAreToldTheNewestFirstAndGoWithTheArticle() {
        ArticleId id = create(article(category("Mail"), "a", Audience.PUBLIC, true));
        Edit first = new Edit(1, minutes(1), JOHN);
        Edit second = new Edit(2, minutes(2), MARY);
        write().articles().addEdit(id, first);
        write().articles().addEdit(id, second);

        assertThat(read().articles().edits(id, 9)).containsExactly(second, first);
        assertThat(read().articles().edits(id, 1)).containsExactly(second);
        assertThat(write().articles().delete(id)).isTrue();
        assertThat(write().articles().delete(id)).isFalse();
        assertThat(read().articles().edits(id, 9)).isEmpty();
        assertThatThrownBy(() -> write().articles().addEdit(id, first)).isInstanceOf(WriteConflict.class);
    }

    private List<ArticleId> list(ArticleCategoryId category, Sight sight) {
        return read().articles().list(category, sight, Optional.empty(), 50).stream()
                .map(ArticleData::id)
                .toList();
    }

    private ArticleCategoryId category(String name) {
        return write(unit -> {
            unit.articles().lock();
            return unit.articles().createCategory(name, 1);
        });
    }

    private ArticleId create(ArticleData article) {
        return write().articles().create(article, "text");
    }

    private static ArticleData article(ArticleCategoryId category, String title, Audience audience, boolean published) {
        return new ArticleData(ArticleId.of(0), 1, category, title, "pt-BR", audience, published, minutes(3), 0);
    }
}
