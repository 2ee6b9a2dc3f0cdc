// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.spi.storage.LinkData;
import dev.troubletickets.spi.storage.LinkData.Kind;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Links are found from both of their tickets, and go with either. */
@Tag("A18")
@Tag("G14")
public interface LinkStoreContract extends StorageUnderTest {
    @Test
    default void aLinkIsFoundFromBothOfItsTickets() {
        LinkData link = new LinkData(keptTicket(), keptTicket(), Kind.ABUSE, minutes(1));
        TicketId other = keptTicket();
        write().links().add(link);

        assertThat(read().links().of(List.of(link.from()), 10)).containsExactly(link);
        assertThat(read().links().of(List.of(link.to()), 10)).containsExactly(link);
        assertThat(read().links().of(List.of(link.from(), link.to(), other), 10))
                .containsExactly(link);
        assertThat(read().links().of(List.of(other), 10)).isEmpty();
        assertThat(read().links().of(List.of(), 10)).isEmpty();
    }

    @Test
    default void theNewestLinksComeFirst() {
        TicketId ticket = keptTicket();
        LinkData old = linked(ticket, keptTicket(), Kind.ABUSE, 1);
        LinkData newest = linked(keptTicket(), ticket, Kind.CONTINUED, 3);
        LinkData middle = linked(ticket, keptTicket(), Kind.ABUSE, 2);

        assertThat(read().links().of(List.of(ticket), 10)).containsExactly(newest, middle, old);
        assertThat(read().links().of(List.of(ticket), 2)).containsExactly(newest, middle);
    }

    @Test
    default void twoTicketsAreLinkedOnceInEachKind() {
        TicketId from = keptTicket();
        TicketId to = keptTicket();
        LinkData first = linked(from, to, Kind.ABUSE, 1);
        linked(from, to, Kind.ABUSE, 2);
        LinkData otherKind = linked(from, to, Kind.CONTINUED, 2);

        assertThat(read().links().of(List.of(from), 10)).containsExactlyInAnyOrder(first, otherKind);
    }

    @Test
    default void theLatestOfAKindIsFoundFromWhereItBegins() {
        TicketId from = keptTicket();
        TicketId first = keptTicket();
        TicketId second = keptTicket();
        linked(from, second, Kind.CONTINUED, 2);
        linked(from, first, Kind.CONTINUED, 1);
        linked(from, keptTicket(), Kind.ABUSE, 3);

        assertThat(read().links().latest(from, Kind.CONTINUED)).contains(second);
        assertThat(read().links().latest(second, Kind.CONTINUED)).isEmpty();
    }

    @Test
    default void ofLinksMadeAtOnceTheLaterTicketIsTheLatest() {
        TicketId from = keptTicket();
        TicketId first = keptTicket();
        TicketId second = keptTicket();
        linked(from, second, Kind.CONTINUED, 1);
        linked(from, first, Kind.CONTINUED, 1);

        assertThat(read().links().latest(from, Kind.CONTINUED)).contains(second);
    }

    @Test
    @Tag("A11")
    default void aLinkGoesWithEitherOfItsTickets() {
        TicketId ticket = keptTicket();
        LinkData one = linked(ticket, keptTicket(), Kind.ABUSE, 1);
        LinkData other = linked(keptTicket(), ticket, Kind.ABUSE, 2);

        write().tickets().delete(one.to());
        write().tickets().delete(other.from());

        assertThat(read().links().of(List.of(ticket), 10)).isEmpty();
    }

    @Test
    default void nothingIsLinkedToATicketThatIsNotThere() {
        TicketId ticket = keptTicket();
        TicketId gone = TicketId.of(ticket.value() + 1000);

        assertThatThrownBy(() -> linked(ticket, gone, Kind.ABUSE, 1)).isInstanceOf(WriteConflict.class);
        assertThatThrownBy(() -> linked(gone, ticket, Kind.ABUSE, 1)).isInstanceOf(WriteConflict.class);
    }

    private LinkData linked(TicketId from, TicketId to, Kind kind, int minute) {
        LinkData link = new LinkData(from, to, kind, minutes(minute));
        write().links().add(link);
        return link;
    }
}
