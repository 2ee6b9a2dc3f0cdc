// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.ResellerScene;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.CustomerComment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What staff note about a customer (E12). */
@Tag("E12")
class CustomerCommentTest extends BehaviourTest {
    private static final AccountId JANE = Cast.JANE.id();
    private final Expect expect = Expect.in(center);

    @Test
    void itStandsBesideEachTicketOfTheCustomerWithWhoAndWhen() {
        TicketId ticket = center.opened();
        assertThat(john.ticket(ticket).comment()).isEmpty();
        john.customers().comment(JANE, 0, "Pays late.\nAsk <b>first</b>.");
        center.after(Duration.ofMinutes(1));

        CustomerComment comment = new CustomerComment(
                JANE,
                1,
                "Pays late.\nAsk <b>first</b>.",
                Cast.JOHN,
                "John Woods",
                clock.instant().minusSeconds(60));
        assertThat(kate.ticket(ticket).comment()).contains(comment);
        assertThat(kate.ticket(center.opened()).comment()).contains(comment);
        assertThat(kate.customers().comment(JANE)).contains(comment);
        assertThat(kate.customers().comment(Cast.MARY.id())).isEmpty();
        assertThat(kate.ticket(ticket).card().orElseThrow().comment())
                .as("the host's own")
                .isEmpty();
        kate.customers().comment(JANE, 1, " ");
        assertThat(john.ticket(ticket).comment().orElseThrow().text()).isEmpty();
        john.customers().comment(JANE, 2, "Again.");
        assertThat(john.customers().comment(JANE).orElseThrow().text()).isEqualTo("Again.");
    }

    @Test
    void ofTwoWhoChangeItTheSecondIsTold() {
        john.customers().comment(JANE, 0, "John's");

        expect.refused(Refusal.SAVED_BY_ANOTHER, () -> kate.customers().comment(JANE, 0, "Kate's"));
        expect.refused(Refusal.SAVED_BY_ANOTHER, () -> kate.customers().comment(JANE, 2, "Kate's"));
        assertThat(kate.customers().comment(JANE).orElseThrow().text()).isEqualTo("John's");
    }

    @Test
    @Tag("E3")
    void changingItNeedsThePermissionAndReadingDoesNot() {
        anna.customers().comment(JANE, 0, "Hello");
        center.admin().take(Cast.JOHN, Permission.CUSTOMER_COMMENTS);

        expect.refused(Refusal.PERMISSION_MISSING, () -> john.customers().comment(JANE, 1, "x"));
        assertThat(john.customers().comment(JANE)).isPresent();
        AccountId nobody = AccountId.of("nobody");
        expect.notFound("account", () -> john.customers().comment(nobody));
        expect.notFound("account", () -> anna.customers().comment(nobody, 0, "x"));
        expect.invalid("text", () -> anna.customers().comment(JANE, 1, "a\u0000"));
        expect.overLimit("textCharacters", () -> anna.customers().comment(JANE, 1, "x".repeat(2_000_000)));
    }

    @Test
    @Tag("E4")
    void aResellersStaffNeitherSeeNorChangeIt() {
        ResellerScene scene = ResellerScene.in(center);
        AccountId bob = Cast.BOB.id();
        TicketId ticket = scene.of(Cast.BOB);
        anna.customers().comment(bob, 0, "Hello");
        assertThat(anna.ticket(ticket).comment()).isPresent();
        scene.returnToRita();
        center.run();

        assertThat(scene.sam().ticket(ticket).comment()).isEmpty();
        assertThat(scene.rhea().customers().comment(bob)).isEmpty();
        expect.refused(
                Refusal.PERMISSION_MISSING, () -> scene.rhea().customers().comment(bob, 1, "x"));
        expect.notFound("account", () -> scene.rhea().customers().comment(JANE));
    }

    @Test
    @Tag("A9")
    void noCustomerAndNoMailEverHoldsIt() {
        String canary = "canary-4711";
        TicketId ticket = center.taken();
        john.customers().comment(JANE, 0, canary);
        john.answer(ticket, Answer.of("Fixed."));
        center.run();

        assertThat(jane.ticket(ticket).toString() + jane.tickets(Optional.empty()) + jane.newTicketForm())
                .doesNotContain(canary);
        assertThat(center.mail().sent())
                .isNotEmpty()
                .noneMatch(mail -> new String(mail.bytes(), StandardCharsets.UTF_8).contains(canary));
        assertThat(john.ticket(ticket).toString()).as("the canary lives").contains(canary);
    }
}
