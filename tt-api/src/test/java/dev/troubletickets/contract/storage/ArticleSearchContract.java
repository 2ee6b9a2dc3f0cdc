// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.Audience;
import dev.troubletickets.spi.storage.ArticleData;
import dev.troubletickets.spi.storage.ArticleStore.Hit;
import dev.troubletickets.spi.storage.ArticleStore.Sight;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The words of articles (E9): exact, weighed, and within the sight of whoever asks. */
@Tag("E9")
public interface ArticleSearchContract extends StorageUnderTest {
    @Test
    @Tag("E9")
    default void thoseWithAllWordsComeByTheirWeight() {
        ArticleCategoryId category = write().articles().createCategory("Mail", 1);
        ArticleId text = create(category, "Other", "the mail and mail queue", Audience.PUBLIC);
        ArticleId title = create(category, "Mail QUEUE", "nothing", Audience.PUBLIC);
        ArticleId same = create(category, "Other", "mail mail queue", Audience.PUBLIC);
        create(category, "Other", "mail alone", Audience.PUBLIC);

        assertThat(search(Sight.CUSTOMERS, "mail", "queue")).containsExactly(title, same, text);
        assertThat(read().articles().search(List.of("mail", "queue"), Sight.CUSTOMERS, 1))
                .containsExactly(title);
        assertThat(search(Sight.CUSTOMERS, "mail", "web")).isEmpty();
        assertThat(search(Sight.CUSTOMERS)).isEmpty();
        assertThat(search(Sight.CUSTOMERS, "mai")).isEmpty();
        for (String strange : List.of("%", "_", "'", "\\", "a' or '1'='1")) {
            assertThat(search(Sight.CUSTOMERS, strange)).isEmpty();
        }
    }

    @Test
    @Tag("E9")
    default void whatIsBeyondTheSightHasNoPart() {
        ArticleCategoryId category = write().articles().createCategory("Mail", 1);
        ArticleId open = create(category, "Mail", "x", Audience.PUBLIC);
        ArticleId internal = create(category, "Mail", "x", Audience.INTERNAL);

        assertThat(search(Sight.CUSTOMERS, "mail")).containsExactly(open);
        assertThat(search(Sight.STAFF, "mail")).containsExactly(internal, open);
        assertThat(read().articles().frequencies(List.of("mail", "x", "none"), Sight.CUSTOMERS))
                .isEqualTo(Map.of("mail", 1, "x", 1));
        assertThat(read().articles().frequencies(List.of("mail"), Sight.STAFF)).isEqualTo(Map.of("mail", 2));
        assertThat(read().articles().hits(List.of("mail", "x"), Sight.CUSTOMERS))
                .containsExactlyInAnyOrder(new Hit(open, "mail", 8), new Hit(open, "x", 1));
        assertThat(read().articles().hits(List.of(), Sight.EDITORS)).isEmpty();
        assertThat(read().articles().frequencies(List.of(), Sight.EDITORS)).isEmpty();
    }

    @Test
    @Tag("E9")
    default void aChangedArticleIsFoundByItsNewWordsAlone() {
        ArticleCategoryId category = write().articles().createCategory("Mail", 1);
        ArticleId id = create(category, "Mail", "old", Audience.PUBLIC);
        write().articles()
                .change(
                        new ArticleData(id, 2, category, "Web", null, Audience.PUBLIC, true, minutes(3), 0),
                        "new Žluťoučký 日本 mail mail mail mail mail mail");

        assertThat(search(Sight.CUSTOMERS, "old")).isEmpty();
        assertThat(search(Sight.CUSTOMERS, "žluťoučký", "日", "web")).containsExactly(id);
        assertThat(read().articles().hits(List.of("mail"), Sight.CUSTOMERS)).containsExactly(new Hit(id, "mail", 4));
        write().articles().delete(id);
        assertThat(search(Sight.EDITORS, "web")).isEmpty();
    }

    @Test
    @Tag("E9")
    default void aHugeTextHasTwoThousandWords() {
        ArticleCategoryId category = write().articles().createCategory("Mail", 1);
        String text = IntStream.range(0, 3000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        ArticleId id = create(category, "Title", text, Audience.PUBLIC);

        assertThat(search(Sight.CUSTOMERS, "title", "w1998")).containsExactly(id);
        assertThat(search(Sight.CUSTOMERS, "w1999")).isEmpty();
    }

    private List<ArticleId> search(Sight sight, String... words) {
        return read().articles().search(List.of(words), sight, 50);
    }

    private ArticleId create(ArticleCategoryId category, String title, String text, Audience audience) {
        return write().articles()
                .create(
                        new ArticleData(ArticleId.of(0), 1, category, title, null, audience, true, minutes(3), 0),
                        text);
    }
}
