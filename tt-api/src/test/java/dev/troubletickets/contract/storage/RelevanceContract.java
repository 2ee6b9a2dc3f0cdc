// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Cursor;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketStore.ListedTicket;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The best first: what that is the storage says, but for words of the title, which count most. */
public interface RelevanceContract extends StorageUnderTest {
    @Test
    @Tag("C6")
    default void wordsOfTheTitleCountMost() {
        TicketId often = said("Help", "quota mail quota mail quota mail quota mail");
        TicketId title = said("The mail quota", "Help");
        TicketId once = said("Help", "my mail is over its quota");

        List<ListedTicket> rows = list(criteria("mail quota"));

        assertThat(ids(rows)).startsWith(title).containsExactlyInAnyOrder(title, often, once);
        assertThat(rows).extracting(ListedTicket::relevance).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(rows.get(0).relevance()).isGreaterThan(rows.get(1).relevance());
    }

    @Test
    @Tag("C6")
    default void pagesByRelevanceHoldTogether() {
        for (int i = 0; i < 12; i++) {
            said(i % 3 == 0 ? "Mail" : "Help", "mail ".repeat(1 + i % 4) + i);
        }
        for (boolean descending : List.of(true, false)) {
            TicketCriteria criteria = criteria("mail").order(SortKey.RELEVANCE, descending);
            List<TicketId> whole = ids(list(criteria));
            for (int size : List.of(1, 5)) {
                assertThat(paged(criteria, size)).hasSize(12).isEqualTo(whole);
            }
        }
    }

    @Test
    @Tag("C6")
    default void theUnreadMarkIsToldBesideTheRelevance() {
        TicketId ticket = said("Mail", "Help");
        run(unit -> unit.conversations().markRead(ticket, StorageFixtures.JOHN, 1));

        assertThat(list(criteria("mail").readBy(StorageFixtures.JOHN)).get(0).unread())
                .isFalse();
        assertThat(list(criteria("mail").readBy(StorageFixtures.MARY)).get(0).unread())
                .isTrue();
    }

    private TicketId said(String title, String text) {
        TicketId id = keep(ticket().subject(title)).id();
        run(unit -> unit.conversations()
                .add(StorageFixtures.message(
                        MessageId.publicMessage(id, 1), 1, MessageKind.CUSTOMER, text, List.of())));
        return id;
    }

    private static TicketCriteria criteria(String words) {
        return TicketCriteria.of(new Visibility.Everything())
                .search(Search.everything().text(words))
                .order(SortKey.RELEVANCE, true);
    }

    private List<ListedTicket> list(TicketCriteria criteria) {
        return read().tickets().list(criteria);
    }

    private List<TicketId> paged(TicketCriteria criteria, int size) {
        List<TicketId> found = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        List<ListedTicket> page;
        do {
            page = list(criteria.page(after, size));
            found.addAll(ids(page));
            assertThat(found).hasSizeLessThan(50);
            if (!page.isEmpty()) {
                ListedTicket last = page.get(page.size() - 1);
                after = Optional.of(new Cursor(last.relevance(), last.ticket().id()));
            }
        } while (page.size() == size);
        return found;
    }

    private static List<TicketId> ids(List<ListedTicket> rows) {
        return rows.stream().map(row -> row.ticket().id()).toList();
    }
}
