// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.ArticleContent;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.PublicArticle;
import dev.troubletickets.knowledge.PublicArticleRow;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeSnippetsTest {
    private final SupportCenter center = Panel.center();
    private final StaffDesk ada = center.staff(StaffId.of("ada"));
    private final StaffDesk tom = center.staff(StaffId.of("tom"));
    private final CustomerDesk jane = center.customer(AccountId.of("jane"));

    @Test
    void anArticleIsSuggestedAndInserted() {
        // region: knowledge
        ArticleCategoryId mail = ada.knowledge().createCategory("Mail");
        ArticleId article = ada.knowledge()
                .create(ArticleContent.of(mail, "Mail is delayed by greylisting", "Wait a quarter of an hour.")
                        .forCustomers()
                        .publish());

        List<PublicArticleRow> found = jane.knowledge().suggestions("Delayed", "My mail waits. Is that greylisting?");
        PublicArticle read = jane.knowledge().article(found.get(0).id());

        String text = tom.knowledge().insert(article); // into an answer; internal articles are refused
        // endregion
        assertThat(read.text()).isEqualTo(text);
        assertThat(ada.knowledge().article(article).row().views()).isEqualTo(1);
    }
}
