// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.CollaboratorStore.Invited;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.FollowStore.Follower;
import dev.troubletickets.spi.storage.FollowStore.Kind;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.ListedTicket;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the host names is compared exactly: whatever a database's language takes for one and the same stays two. */
public interface IdentifierContract extends StorageUnderTest {
    /** By case, accent, the way an accent is written, spaces at the ends, width, what is not seen, and beyond 16 bits. */
    List<String> ALIKE = List.of(
            "anna",
            "Anna",
            "\u00e4nna",
            "a\u0308nna",
            "anna ",
            " anna",
            "anna\u00a0",
            "\uff41nna",
            "an\u200dna",
            "an\u00adna",
            "anna\uD83D\uDE80",
            "anna\uD83D\uDE81",
            "strasse",
            "stra\u00dfe",
            "\u0131d",
            "id",
            "anna%",
            "anna_",
            "anna\\",
            "anna'",
            "x".repeat(190),
            "x".repeat(189),
            "\uD83D\uDE80".repeat(95));

    @Test
    default void accountsAreComparedExactly() {
        List<TicketId> tickets = tickets(name -> ticket().account(name));

        assertFindsItsOwn(tickets, name -> TicketCriteria.of(new Visibility.OfAccount(AccountId.of(name))));
        assertFindsItsOwn(tickets, name -> searching(Search.everything().accounts(AccountId.of(name))));
    }

    @Test
    default void resellersAreComparedExactly() {
        List<TicketId> tickets = tickets(name -> ticket().reseller(name));

        assertFindsItsOwn(tickets, name -> TicketCriteria.of(new Visibility.OfResellers(ResellerId.of(name))));
        assertThat(read().tickets().resellers(new Visibility.Everything(), 500)).hasSize(ALIKE.size());
    }

    @Test
    default void categoriesAndAssigneesAreComparedExactly() {
        List<TicketId> tickets = tickets(name -> ticket().category(name).assignee(StaffId.of(name)));

        assertFindsItsOwn(tickets, name -> searching(Search.everything().categories(name)));
        assertFindsItsOwn(tickets, name -> searching(Search.everything().assignees(StaffId.of(name))));
    }

    @Test
    default void techniciansAreComparedExactly() {
        TicketId ticket = keptTicket();
        run(unit ->
                ALIKE.forEach(name -> unit.follows().add(Kind.WATCH, new Follower(StaffId.of(name), START), ticket)));

        assertThat(read().follows().followers(Kind.WATCH, ticket))
                .extracting(follower -> follower.staff().value())
                .containsExactlyInAnyOrderElementsOf(ALIKE);
        run(unit -> unit.follows().remove(Kind.WATCH, StaffId.of("anna"), ticket));
        assertThat(read().follows().followers(Kind.WATCH, ticket)).hasSize(ALIKE.size() - 1);
        run(unit -> ALIKE.forEach(name ->
                unit.collaborators().invite(ticket, new Invited(StaffId.of(name), CollaboratorRight.READ, START))));
        run(unit -> unit.collaborators().dismiss(ticket, StaffId.of("anna")));
        assertThat(read().collaborators().of(ticket)).hasSize(ALIKE.size() - 1);
    }

    @Test
    default void documentsAreComparedExactly() {
        ALIKE.forEach(name -> write().documents().save(new Document(name, 1, name)));

        for (String name : ALIKE) {
            assertThat(read().documents().find(name).orElseThrow().text()).isEqualTo(name);
        }
    }

    private List<TicketId> tickets(Function<String, TicketBuilder> with) {
        List<TicketId> tickets = new ArrayList<>();
        ALIKE.forEach(name -> tickets.add(keep(with.apply(name)).id()));
        return tickets;
    }

    private void assertFindsItsOwn(List<TicketId> tickets, Function<String, TicketCriteria> criteria) {
        for (int i = 0; i < tickets.size(); i++) {
            assertThat(read().tickets().list(criteria.apply(ALIKE.get(i))))
                    .extracting(ListedTicket::ticket)
                    .extracting(TicketData::id)
                    .as("of <%s>", ALIKE.get(i))
                    .containsExactly(tickets.get(i));
        }
    }

    private static TicketCriteria searching(Search search) {
        return TicketCriteria.of(new Visibility.Everything()).search(search);
    }
}
