// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Cursor;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.ListedTicket;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The order of lists, and pages that begin where the one before ended. */
public interface TicketOrderContract extends StorageUnderTest {
    @Test
    @Tag("B7")
    default void everySortKeyOrdersBothWaysAndTiesStandByIdTheSameWay() {
        List<TicketData> tickets = tiedTickets();

        for (SortKey key : SortKey.values()) {
            assertThat(ids(list(key, false, Optional.empty(), 50)))
                    .as("by " + key)
                    .containsExactlyElementsOf(sorted(tickets, key, false));
            assertThat(ids(list(key, true, Optional.empty(), 50)))
                    .as("by " + key + " descending")
                    .containsExactlyElementsOf(sorted(tickets, key, true));
        }
    }

    @Test
    @Tag("B7")
    default void pagesShowEveryTicketOnceThroughAllTies() {
        List<TicketData> tickets = tiedTickets();

        for (SortKey key : SortKey.values()) {
            for (int size : List.of(1, 4)) {
                assertThat(ids(paged(key, false, size)))
                        .as("by " + key + " in pages of " + size)
                        .containsExactlyElementsOf(sorted(tickets, key, false));
                assertThat(ids(paged(key, true, size)))
                        .as("by " + key + " descending in pages of " + size)
                        .containsExactlyElementsOf(sorted(tickets, key, true));
            }
        }
    }

    /** Which alphabet comes first is the storage's choice; that the pages together are the list is not. */
    @Test
    default void pagesHoldTogetherInEveryAlphabet() {
        for (String subject :
                List.of("Äpfel", "äpfel", "apfel", "Zebra", "Ярлык", "日本", "\uD83D\uDE80 up", "été", "Ete", "straße")) {
            keep(ticket().subject(subject).category(subject));
        }

        for (SortKey key : List.of(SortKey.SUBJECT, SortKey.CATEGORY)) {
            for (boolean descending : List.of(true, false)) {
                assertThat(ids(paged(key, descending, 1)))
                        .hasSize(10)
                        .isEqualTo(ids(list(key, descending, Optional.empty(), 50)));
            }
        }
    }

    @Test
    default void aPageIsNoLongerThanAskedFor() {
        tiedTickets();

        assertThat(list(SortKey.ID, false, Optional.empty(), 3)).hasSize(3);
    }

    @Test
    default void aPageGoesOnWhereARowWasThatIsGone() {
        List<TicketData> tickets = tiedTickets();
        List<TicketId> order = sorted(tickets, SortKey.PRIORITY, true);
        Cursor after =
                cursor(list(SortKey.PRIORITY, true, Optional.empty(), 5).get(4).ticket(), SortKey.PRIORITY);
        write().tickets().delete(after.id());

        assertThat(ids(list(SortKey.PRIORITY, true, Optional.of(after), 50)))
                .containsExactlyElementsOf(order.subList(5, order.size()));
    }

    @Test
    default void timesAreToldApartByTheMicrosecond() {
        TicketData later = keep(ticket().created(minutes(0).plusNanos(1000)));
        TicketData earlier = keep(ticket().created(minutes(0)));

        assertThat(ids(paged(SortKey.CREATED, false, 1))).containsExactly(earlier.id(), later.id());
        assertThat(ids(paged(SortKey.CREATED, true, 1))).containsExactly(later.id(), earlier.id());
    }

    /** The cursor of a row, as the core makes it. */
    static Cursor cursor(TicketData row, SortKey key) {
        return new Cursor(key(row, key), row.id());
    }

    private List<ListedTicket> list(SortKey key, boolean descending, Optional<Cursor> after, int limit) {
        TicketCriteria criteria = TicketCriteria.of(new Visibility.Everything())
                .order(key, descending)
                .page(after, limit);
        return read().tickets().list(criteria);
    }

    private List<ListedTicket> paged(SortKey key, boolean descending, int size) {
        List<ListedTicket> rows = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        List<ListedTicket> page;
        do {
            page = list(key, descending, after, size);
            rows.addAll(page);
            assertThat(rows).as("pages come to an end").hasSizeLessThan(100);
            after = rows.isEmpty()
                    ? after
                    : Optional.of(cursor(rows.get(rows.size() - 1).ticket(), key));
        } while (page.size() == size);
        return rows;
    }

    private static List<TicketId> ids(List<ListedTicket> rows) {
        return rows.stream().map(row -> row.ticket().id()).toList();
    }

    /** Each key has several equal values, and no two keys give one order. */
    private List<TicketData> tiedTickets() {
        String[] subjects = {"beta", "Alpha", "alpha", "gamma", "BETA"};
        String[] categories = {"technical", null, "Billing", "billing"};
        int[] priorities = {50, 9, 100, 0, 50, 100, 10};
        QueueId first = someQueue();
        QueueId second = queue("Second");
        List<TicketBuilder> builders = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            builders.add(ticket().subject(subjects[i % 5])
                    .category(categories[i % 4])
                    .priority(priorities[i % 7])
                    .status(Status.values()[(i * 5) % 6])
                    .created(minutes((i * 2) % 5))
                    .modified(minutes((i * 3) % 4))
                    .lastMessage(minutes((i * 5) % 3))
                    .requester(i % 3 + "@example.org")
                    .account("account " + i % 5)
                    .reseller("reseller " + i % 2)
                    .queue(i % 2 == 0 ? first : second)
                    .assignee(i % 4 == 0 ? null : StaffId.of("staff " + i % 3))
                    .waitingSince(i % 6 == 0 ? null : minutes(i % 3))
                    .weight(i % 4, 0, 1)
                    .due(i % 3 == 0 ? null : minutes((i * 3) % 5)));
        }
        return write(unit -> {
            List<TicketData> tickets =
                    builders.stream().map(TicketBuilder::build).toList();
            tickets.forEach(unit.tickets()::insert);
            return tickets;
        });
    }

    private static List<TicketId> sorted(List<TicketData> tickets, SortKey key, boolean descending) {
        Comparator<TicketData> order = Comparator.<TicketData, Comparable<Object>>comparing(ticket -> key(ticket, key))
                .thenComparing(ticket -> ticket.id().value());
        return tickets.stream()
                .sorted(descending ? order.reversed() : order)
                .map(TicketData::id)
                .toList();
    }

    private static String text(Object id) {
        return id == null ? "" : id.toString();
    }

    /** What a row stands by in that order. */
    @SuppressWarnings("unchecked")
    static Comparable<Object> key(TicketData ticket, SortKey key) {
        String category = ticket.header().category();
        Comparable<?> value = switch (key) {
            case ID -> ticket.id().value();
            case SUBJECT -> ticket.header().subject().value().toLowerCase(Locale.ROOT);
            case PRIORITY -> (long) ticket.state().priority().value();
            case CATEGORY -> category == null ? "" : category.toLowerCase(Locale.ROOT);
            case STATUS -> (long) ticket.state().status().ordinal();
            case CREATED -> ticket.header().createdAt();
            case MODIFIED -> ticket.activity().modifiedAt();
            case LAST_MESSAGE -> ticket.activity().lastMessageAt();
            case REQUESTER -> ticket.header().requester().key();
            case ACCOUNT -> text(ticket.header().account());
            case RESELLER -> text(ticket.header().reseller());
            case QUEUE -> ticket.state().queue().value();
            case ASSIGNEE -> text(ticket.state().assignee());
            case WEIGHT -> ticket.lineRank();
            case DUE ->
                ticket.clock().due() == null ? SortKey.NEVER : ticket.clock().due();
            case RELEVANCE -> 0L;
        };
        return (Comparable<Object>) value;
    }
}
