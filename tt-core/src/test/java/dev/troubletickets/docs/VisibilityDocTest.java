// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.troubletickets.failure.NotFound;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.ResellerScene;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/visibility.md} says who sees whose tickets, as found by looking. */
class VisibilityDocTest {
    private static final ResellerId TIM = ResellerId.of("tim");
    private static final ResellerId LEE = ResellerId.of("lee");
    private static final String HEAD = """
        # Who sees what

        Made from the code: everybody was sent to look at every ticket. Change the code, not this file.

        Resellers stand in a tree, which the host's directory tells. The provider offers the support of end users to a reseller, or does
        not (`AdminDesk.resellers()`); the word on a reseller holds for all beneath them, but for those on whom there is a word of their
        own, and what is beneath these. Without any word support is offered. That alone decides on which **side** a ticket is: nothing of
        it is kept with the ticket, so that it is in force at once (on other nodes within five seconds), on every path: lists, search,
        numbers, counts, mail, exports, mass actions, invitations, assignments.

        - A ticket whose customer has no reseller, or one to whom support is offered, is on the **provider's side**. There the provider's
          technicians see the tickets of their queues, those assigned to them and those they are invited to; the main administrator sees all.
        - Any other ticket is on its **reseller's side**. There the staff of that reseller, and of any reseller above, see all; queues
          divide nothing among them.
        - Nothing crosses: nobody is assigned, invited, or made a watcher on the other side, and no ticket is opened there.
        - The customer, the reseller and those above them see the ticket on the **customers' side** whichever side it is on, without notes.
        - Siblings, and who is beneath, see nothing of each other's.

        When a ticket changes sides, it stays as it is for its customer. Its conversation goes along, with notes and tasks. Whoever does not see
        it any more loses what they had of it (assignment, part, lock, draft, invitation) by background work, which history tells; a
        scheduled action of theirs is refused when its time comes. A ticket that was merged into another customer's is where that one is;
        tickets of different resellers' customers are therefore not merged into a reseller's customer's.

        | | %s |
        |---|%s
        """;

    private final TestCenter center = TestCenter.create();
    private final ResellerScene scene = ResellerScene.in(center);

    @Test
    @Tag("E4")
    @Tag("C3")
    @Tag("B2")
    void theTableOfWhoSeesWhatIsWhatTheCodeShows() throws IOException {
        Map<String, TicketId> tickets = tickets();
        StringBuilder page =
                new StringBuilder(HEAD.formatted(String.join(" | ", tickets.keySet()), "---|".repeat(tickets.size())));
        staff().forEach((name, id) ->
                row(page, name, "as staff", tickets, ticket -> scene.staff(id).ticket(ticket)));
        resellers()
                .forEach((name, id) -> row(
                        page,
                        name,
                        "as customers do",
                        tickets,
                        ticket -> center.center().reseller(id).ticket(ticket)));
        row(
                page,
                "the customer of that reseller",
                "as customers do",
                tickets,
                ticket -> center.bob().ticket(ticket));
        GeneratedDocs.check("visibility.md", page.toString());
    }

    private static void row(
            StringBuilder page, String name, String seen, Map<String, TicketId> tickets, Consumer<TicketId> look) {
        page.append("| ").append(name).append(" |");
        for (TicketId ticket : tickets.values()) {
            Throwable thrown = catchThrowable(() -> look.accept(ticket));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(NotFound.class).hasMessage("no such ticket");
            }
            page.append(' ').append(thrown == null ? seen : "–").append(" |");
        }
        page.append('\n');
    }

    private Map<String, TicketId> tickets() {
        Account tims = customer("tims", TIM);
        Account lees = customer("lees", LEE);
        center.directory()
                .people()
                .add(Reseller.beneath(Cast.RITA, TIM))
                .add(Reseller.of(LEE))
                .add(tims)
                .add(lees);
        center.center().background().resellersChanged();
        Map<String, TicketId> tickets = new LinkedHashMap<>();
        tickets.put("of no reseller's customer", center.opened());
        tickets.put("of a supported reseller's", scene.of(ResellerScene.DORA));
        tickets.put("of a reseller's who is not supported", scene.of(Cast.BOB));
        tickets.put("of one beneath that reseller", scene.of(ResellerScene.CARL));
        tickets.put("of one beneath, named as supported", scene.of(tims));
        tickets.put("of a sibling's who is not supported", scene.of(lees));
        scene.offer(support ->
                support.offering(Cast.RITA, false).offering(TIM, true).offering(LEE, false));
        return tickets;
    }

    private static Map<String, StaffId> staff() {
        Map<String, StaffId> staff = new LinkedHashMap<>();
        staff.put("the provider's technician", Cast.JOHN);
        staff.put("the provider's main administrator", Cast.ANNA);
        staff.put("a technician of the reseller who is not supported", ResellerScene.SAM);
        staff.put("the main administrator of that reseller", ResellerScene.RHEA);
        staff.put("a technician of the one beneath", ResellerScene.SID);
        staff.put("a technician of the supported reseller", ResellerScene.REX);
        return staff;
    }

    private static Map<String, ResellerId> resellers() {
        Map<String, ResellerId> resellers = new LinkedHashMap<>();
        resellers.put("the reseller who is not supported", Cast.RITA);
        resellers.put("the one beneath", ResellerScene.SUE);
        resellers.put("the supported reseller", ResellerScene.ROB);
        return resellers;
    }

    private static Account customer(String id, ResellerId reseller) {
        return Account.of(AccountId.of(id), id, EmailAddress.of(id + "@c.example"))
                .withReseller(reseller);
    }
}
