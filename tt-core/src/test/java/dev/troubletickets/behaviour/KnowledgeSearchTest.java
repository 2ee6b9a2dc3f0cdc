// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.ArticleContent;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.ArticleRow;
import dev.troubletickets.knowledge.PublicArticleRow;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Finding articles, and having them suggested, within the audience (E9). */
@Tag("E9")
class KnowledgeSearchTest extends BehaviourTest {
    private ArticleCategoryId mail;

    @BeforeEach
    void johnWrites() {
        center.admin().give(Cast.JOHN, Permission.KNOWLEDGE_BASE);
        mail = john.knowledge().createCategory("Mail");
    }

    @Test
    @Tag("C6")
    void allWordsAreThereAndThoseOfTitlesWeighMore() {
        ArticleId text = open("Web", "Your mail is in the queue of the Žluť server.");
        ArticleId title = open("Mail queue", "Wait.");
        open("Mail", "Nothing.");

        assertThat(found("QUEUE, mail!")).containsExactly(title, text);
        assertThat(found("žluť")).containsExactly(text);
        assertThat(found("mail queue absent")).isEmpty();
        for (String nothing : List.of("", " ", "%", "'", "\u0000", "\ud83d", "x".repeat(1_000_000))) {
            assertThat(found(nothing)).isEmpty();
        }
        assertThat(found("mail ".repeat(100_000))).hasSize(3);
    }

    @Test
    @Tag("B2")
    void nobodyFindsWhatIsNotForThem() {
        ArticleId open = open("Mail", "queue");
        ArticleId internal =
                john.knowledge().create(ArticleContent.of(mail, "Mail", "queue").publish());
        ArticleId draft =
                john.knowledge().create(ArticleContent.of(mail, "Mail", "queue").forCustomers());

        assertThat(found("mail queue")).containsExactly(open);
        assertThat(ids(kate.knowledge().search("mail queue"))).containsExactly(internal, open);
        assertThat(ids(john.knowledge().search("mail queue"))).containsExactly(draft, internal, open);
        TicketId ticket = jane.open(NewTicket.of("Mail", "queue"));
        assertThat(ids(kate.knowledge().suggestions(ticket))).containsExactly(internal, open);
        assertThat(suggested("Mail", "queue")).containsExactly(open);
    }

    @Test
    void rareWordsTellMoreThanCommonOnes() {
        for (int i = 0; i < 10; i++) {
            open("How to " + i, "please help with my mail");
        }
        ArticleId rare = open("Greylisting", "please help, it is a delay of mail by greylisting");
        ArticleId other = open("Certificates", "please renew");

        assertThat(suggested("please help with my mail", "there is greylisting, please help with my mail"))
                .startsWith(rare);
        assertThat(suggested("Renew", "certificates")).containsExactly(other);
        assertThat(suggested("please help with my mail", ""))
                .as("words that most articles have tell nothing")
                .isEmpty();
        assertThat(suggested("kangaroo", "")).isEmpty();
    }

    @Test
    void noMoreAreSuggestedThanTheSettingSays() {
        List<ArticleId> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(0, open("Word " + (i < 15 ? "alpha" : "beta"), "x"));
        }
        assertThat(suggested("beta", "")).isEqualTo(all.subList(0, 5));
        assertThat(jane.newTicketForm().limits().suggestions()).isEqualTo(5);
        center.settings(s -> s.withLimits(Limits.defaults().withSuggestions(12)));
        assertThat(suggested("beta", "")).isEqualTo(all.subList(0, 12));
        center.settings(s -> s.withLimits(Limits.defaults().withSuggestions(0)));
        assertThat(suggested("beta", "")).isEmpty();
        assertThat(john.knowledge().suggestions(jane.open(NewTicket.of("beta", "x"))))
                .isEmpty();
    }

    @Test
    void anythingCanBeTypedAndHugeTextsAreReadAtTheirBeginning() {
        ArticleId id = open("Greylisting", "x");
        String filler = "word ".repeat(1_000_000);

        assertThat(suggested("", "greylisting " + filler)).containsExactly(id);
        assertThat(suggested("", filler + "greylisting")).isEmpty();
        for (String strange : List.of("", "\u0000", "\ud83d", "-----BEGIN PGP MESSAGE-----\ngreylisting", "%_\\'")) {
            assertThat(suggested(strange, strange)).isEmpty();
        }
    }

    @Test
    @Tag("B2")
    void internalArticlesMakeNoDifferenceToCustomers() {
        for (int i = 0; i < 3; i++) {
            open("Alpha " + i, "beta");
        }
        open("Beta", "alpha gamma");
        List<ArticleId> before = suggested("alpha", "beta gamma");
        for (int i = 0; i < 20; i++) {
            john.knowledge()
                    .create(ArticleContent.of(mail, "Alpha gamma " + i, "beta").publish());
        }

        assertThat(suggested("alpha", "beta gamma")).isEqualTo(before).isNotEmpty();
    }

    @Test
    @Tag("B2")
    void nobodyHasArticlesSuggestedForATicketTheyDoNotSee() {
        TicketId hidden = center.opened();
        john.change(hidden, dev.troubletickets.command.Edit.queue(center.queue("Sales")));

        Expect.in(center).notFound("ticket", () -> kate.knowledge().suggestions(hidden));
        Expect.in(center).notFound("ticket", () -> kate.knowledge().suggestions(TicketId.of(99_999)));
    }

    private ArticleId open(String title, String text) {
        return john.knowledge()
                .create(ArticleContent.of(mail, title, text).forCustomers().publish());
    }

    private List<ArticleId> found(String words) {
        return jane.knowledge().search(words).stream().map(PublicArticleRow::id).toList();
    }

    private List<ArticleId> suggested(String subject, String text) {
        return jane.knowledge().suggestions(subject, text).stream()
                .map(PublicArticleRow::id)
                .toList();
    }

    private static List<ArticleId> ids(List<ArticleRow> rows) {
        return rows.stream().map(ArticleRow::id).toList();
    }
}
