// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.TicketOrderContract.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.ResellerId;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Cursor;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore;
import dev.troubletickets.spi.storage.TicketStore.ListedTicket;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every search finds what a plain look at each ticket finds ({@link PlainSearch}), in each order and on each page. */
public interface SearchContract extends StorageUnderTest {
    @Test
    @Tag("C2")
    default void eachPartOfASearchFindsWhatAPlainLookFinds() {
        SearchWorld world = world();
        List<TicketData> tickets = kept(world);
        read(unit -> {
            for (List<UnaryOperator<Search>> part : world.parts()) {
                List<Integer> counts = new ArrayList<>();
                for (UnaryOperator<Search> value : part) {
                    counts.add(compared(unit.tickets(), tickets, everything(value.apply(Search.everything()))));
                }
                assertThat(counts).as("each part finds some, not all").anyMatch(n -> n > 0 && n < tickets.size());
            }
            return true;
        });
    }

    @Test
    @Tag("C2")
    default void twoPartsOfASearchHoldTogether() {
        SearchWorld world = world();
        List<TicketData> tickets = kept(world);
        List<List<UnaryOperator<Search>>> parts = world.parts();
        read(unit -> {
            for (int one = 0; one < parts.size(); one++) {
                for (int other = one + 1; other < parts.size(); other++) {
                    for (UnaryOperator<Search> first : parts.get(one)) {
                        for (UnaryOperator<Search> second : parts.get(other)) {
                            Search both = second.apply(first.apply(Search.everything()));
                            compared(unit.tickets(), tickets, everything(both));
                        }
                    }
                }
            }
            return true;
        });
    }

    @Test
    @Tag("C2")
    default void aSearchFindsAndCountsOnlyWhatMayBeSeen() {
        SearchWorld world = world();
        List<TicketData> tickets = kept(world);
        read(unit -> {
            for (int i = 0; i < 200; i++) {
                TicketCriteria criteria =
                        TicketCriteria.of(world.one(world.visibilities())).search(world.search());
                int found = compared(unit.tickets(), tickets, criteria);
                assertThat(unit.tickets().count(criteria))
                        .as(criteria.toString())
                        .isEqualTo(found);
                assertThat(unit.tickets().count(criteria, 3)).isEqualTo(Math.min(3, found));
            }
            return true;
        });
    }

    @Test
    @Tag("C2")
    default void theFoundAreSortedByEveryColumnAndPagedWithoutGapOrRepetition() {
        SearchWorld world = world();
        List<TicketData> tickets = kept(world);
        read(unit -> {
            for (SortKey key : SortKey.values()) {
                for (boolean descending : List.of(false, true)) {
                    TicketCriteria criteria = TicketCriteria.of(world.one(world.visibilities()))
                            .search(world.search())
                            .order(key, descending);
                    List<TicketId> expected = sorted(fitting(tickets, criteria), key, descending);
                    for (int size : List.of(1, 5, 50)) {
                        assertThat(paged(unit.tickets(), criteria, size))
                                .as("pages of %s of %s", size, criteria)
                                .isEqualTo(expected);
                    }
                }
            }
            return true;
        });
    }

    @Test
    @Tag("C2")
    default void statusesAndHandsOfListAndSearchHoldTogether() {
        SearchWorld world = world();
        List<TicketData> tickets = kept(world);
        Search search = world.parts().get(7).get(0).apply(Search.everything());
        TicketCriteria nobodys = everything(search).assigned(new TicketCriteria.Assignment.Nobody());

        assertThat(read().tickets().list(nobodys)).isEmpty();
        assertThat(read().tickets().count(everything(search).statuses(java.util.Set.of())))
                .isZero();
        assertThat(fitting(tickets, everything(search))).isNotEmpty();
    }

    @Test
    @Tag("C3")
    default void theResellersToChooseFromAreThoseOfVisibleTickets() {
        SearchWorld world = world();
        List<TicketData> tickets = kept(world);
        for (Visibility visibility : world.visibilities()) {
            List<ResellerId> expected = tickets.stream()
                    .filter(ticket -> PlainSearch.sees(visibility, ticket))
                    .map(ticket -> ticket.header().reseller())
                    .filter(reseller -> reseller != null)
                    .distinct()
                    .sorted(Comparator.comparing(ResellerId::value))
                    .toList();

            assertThat(read().tickets().resellers(visibility, 500))
                    .as(visibility.toString())
                    .isEqualTo(expected);
            assertThat(read().tickets().resellers(visibility, 1))
                    .isEqualTo(expected.stream().limit(1).toList());
        }
    }

    private SearchWorld world() {
        return new SearchWorld(List.of(someQueue(), queue("Second")));
    }

    private List<TicketData> kept(SearchWorld world) {
        List<TicketBuilder> builders = new ArrayList<>();
        for (int i = 0; i < SearchWorld.TICKETS; i++) {
            builders.add(ticket());
        }
        return write(unit -> {
            List<TicketData> tickets = builders.stream().map(world::ticket).toList();
            tickets.forEach(unit.tickets()::insert);
            return tickets;
        });
    }

    private static TicketCriteria everything(Search search) {
        return TicketCriteria.of(new Visibility.Everything()).search(search);
    }

    private static int compared(TicketStore store, List<TicketData> tickets, TicketCriteria criteria) {
        List<TicketId> expected =
                fitting(tickets, criteria).stream().map(TicketData::id).toList();
        assertThat(store.list(criteria).stream().map(row -> row.ticket().id()))
                .as(criteria.toString())
                .containsExactlyInAnyOrderElementsOf(expected);
        return expected.size();
    }

    private static List<TicketData> fitting(List<TicketData> tickets, TicketCriteria criteria) {
        return tickets.stream()
                .filter(ticket -> PlainSearch.sees(criteria.visibility(), ticket))
                .filter(ticket -> PlainSearch.fits(ticket, criteria.search()))
                .toList();
    }

    private static List<TicketId> sorted(List<TicketData> tickets, SortKey key, boolean descending) {
        Comparator<TicketData> order = Comparator.<TicketData, Comparable<Object>>comparing(ticket -> key(ticket, key))
                .thenComparing(ticket -> ticket.id().value());
        return tickets.stream()
                .sorted(descending ? order.reversed() : order)
                .map(TicketData::id)
                .toList();
    }

    private static List<TicketId> paged(TicketStore store, TicketCriteria criteria, int size) {
        List<TicketId> ids = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        List<ListedTicket> page;
        do {
            page = store.list(criteria.page(after, size));
            page.forEach(row -> ids.add(row.ticket().id()));
            assertThat(ids).as("pages come to an end").hasSizeLessThanOrEqualTo(SearchWorld.TICKETS);
            if (!page.isEmpty()) {
                after = Optional.of(TicketOrderContract.cursor(
                        page.get(page.size() - 1).ticket(), criteria.order().key()));
            }
        } while (page.size() == size);
        return ids;
    }
}
