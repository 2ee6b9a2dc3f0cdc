// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.PredefinedReply.Content;
import dev.troubletickets.settings.PredefinedReplyId;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Predefined replies, per queue, with placeholders, searchable (F4). */
class PredefinedRepliesTest extends BehaviourTest {
    private final QueueId sales = center.queue("Sales", Cast.KATE);
    private final PredefinedReplyId dns = create("DNS takes time", "Hello {{name}}, please wait for {{number}}.");
    private final PredefinedReplyId bye = create("Bye", "Thank you for writing to {{installation}}.");
    private final PredefinedReplyId offer =
            anna.predefinedReplies().create(Content.of("Offer", Wording.of("From {{ queue }}: 100% for you."), sales));

    @Test
    @Tag("F4")
    void aTicketIsOfferedThoseOfItsQueueFirstThenThoseForAll() {
        TicketId ticket = center.taken();

        assertThat(titles(john.predefinedReplies().forTicket(ticket, ""))).containsExactly("Bye", "DNS takes time");
        john.change(ticket, Edit.queue(sales));
        assertThat(titles(john.predefinedReplies().forTicket(ticket, " ")))
                .containsExactly("Offer", "Bye", "DNS takes time");
    }

    @Test
    @Tag("F4")
    void wordsAreSearchedInTitlesAndTexts() {
        assertThat(titles(kate.predefinedReplies().search(""))).containsExactly("Offer", "Bye", "DNS takes time");
        assertThat(titles(kate.predefinedReplies().search("WAIT  dns"))).containsExactly("DNS takes time");
        assertThat(titles(kate.predefinedReplies().search("100%"))).containsExactly("Offer");
        assertThat(titles(kate.predefinedReplies().forTicket(center.opened(), "100%")))
                .isEmpty();
        for (String strange : List.of("a\u0000b", "\ud83d", "_", "\\", "x".repeat(100_000), "x ".repeat(100_000))) {
            assertThat(kate.predefinedReplies().search(strange)).isEmpty();
        }
    }

    @Test
    @Tag("F4")
    @Tag("B2")
    void thoseOfAQueueOneDoesNotSeeAreNotThere() {
        TicketId ticket = center.taken();

        assertThat(titles(john.predefinedReplies().search("offer"))).isEmpty();
        Expect.in(center).notFound("reply", () -> john.predefinedReplies().insert(ticket, offer));
        Expect.in(center)
                .notFound("reply", () -> john.predefinedReplies().insert(ticket, PredefinedReplyId.of(99_999)));
        john.change(ticket, Edit.queue(sales));
        assertThat(john.predefinedReplies().insert(ticket, offer)).isEqualTo("From Sales: 100% for you.");
        TicketId hidden = center.opened();
        kate.change(hidden, Edit.queue(sales));
        Expect.in(center).notFound("ticket", () -> john.predefinedReplies().forTicket(hidden, ""));
        Expect.in(center).notFound("ticket", () -> john.predefinedReplies().insert(hidden, bye));
    }

    @Test
    @Tag("F4")
    void whatIsInsertedIsFilledForTheTicketAndFitForAnAnswer() {
        TicketId ticket = center.taken();

        String text = john.predefinedReplies().insert(ticket, dns);

        assertThat(text).isEqualTo("Hello Jane Doe, please wait for " + ticket.value() + ".");
        john.answer(ticket, Answer.of(text));
        assertThat(john.predefinedReplies().insert(ticket, bye)).isEqualTo("Thank you for writing to Example Hosting.");
    }

    @Test
    @Tag("F4")
    void aPlaceholderThatDoesNotExistIsRefusedWhenSaved() {
        for (String text : List.of("{{subject}}", "{{name", "{{}}", "{{name.class}}")) {
            Content wrong = Content.of("Wrong", Wording.of(text));
            Expect.in(center).invalid("text", () -> anna.predefinedReplies().create(wrong));
            Expect.in(center).invalid("text", () -> anna.predefinedReplies().change(dns, wrong));
        }
    }

    @Test
    @Tag("F4")
    void aTitleStandsOnceWithinAQueue() {
        Content again = Content.of("offer", Wording.of("x"), sales);

        Expect.in(center).invalid("title", () -> anna.predefinedReplies().create(again));
        Expect.in(center).invalid("title", () -> anna.predefinedReplies().change(dns, again));
        anna.predefinedReplies().change(offer, again);
        anna.predefinedReplies().create(Content.of("Offer", Wording.of("For all.")));
        assertThat(titles(kate.predefinedReplies().search("offer"))).containsExactly("offer", "Offer");
    }

    @Test
    @Tag("F4")
    @Tag("E3")
    void editingNeedsAPermissionAndSeesNoMoreThanItsHolder() {
        Content content = Content.of("Mine", Wording.of("x"));
        Expect.in(center)
                .refused(
                        Refusal.PERMISSION_MISSING,
                        () -> john.predefinedReplies().create(content));
        Expect.in(center)
                .refused(
                        Refusal.PERMISSION_MISSING,
                        () -> john.predefinedReplies().change(dns, content));
        Expect.in(center)
                .refused(
                        Refusal.PERMISSION_MISSING,
                        () -> john.predefinedReplies().delete(dns));

        center.admin().give(Cast.JOHN, Permission.PREDEFINED_REPLIES);

        john.predefinedReplies().change(dns, content);
        john.predefinedReplies().delete(bye);
        Expect.in(center).notFound("reply", () -> john.predefinedReplies().change(offer, content));
        Expect.in(center).notFound("reply", () -> john.predefinedReplies().delete(offer));
        Expect.in(center)
                .invalid("queue", () -> john.predefinedReplies().create(Content.of("Mine", Wording.of("x"), sales)));
        Expect.in(center)
                .invalid(
                        "queue",
                        () -> john.predefinedReplies().create(Content.of("Mine", Wording.of("x"), QueueId.of(999))));
        assertThat(titles(kate.predefinedReplies().search(""))).containsExactly("Offer", "Mine");
    }

    @Test
    @Tag("F4")
    @Tag("B1")
    void theRepliesOfADeletedQueueGoWithIt() {
        center.admin().deleteQueue(sales, QueueDeletion.moveTicketsTo(center.defaultQueue()));

        assertThat(titles(anna.predefinedReplies().search(""))).containsExactly("Bye", "DNS takes time");
    }

    @Test
    @Tag("F4")
    void thereAreAThousandAtTheMost() {
        center.storage().write(unit -> {
            for (int i = 3; i < 1000; i++) {
                unit.replies().create(Content.of("Reply " + i, Wording.of("x")));
            }
            return true;
        });

        assertThatThrownBy(() -> create("One more", "x"))
                .isInstanceOfSatisfying(
                        OverLimit.class, over -> assertThat(over.allowed()).isEqualTo(1000));
        assertThat(anna.predefinedReplies().search("reply")).hasSize(100);
        anna.predefinedReplies().delete(dns);
        create("One more", "x");
    }

    private PredefinedReplyId create(String title, String text) {
        return anna.predefinedReplies().create(Content.of(title, Wording.of(text)));
    }

    private static List<String> titles(List<PredefinedReply> replies) {
        return replies.stream().map(PredefinedReply::title).toList();
    }
}
