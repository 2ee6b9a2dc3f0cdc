// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.history;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.FollowStore.Follower;
import dev.troubletickets.spi.storage.FollowStore.Kind;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Favourites (B13), watchers (G10), and the lists they need. */
public interface FollowStoreContract extends StorageUnderTest {
    @Test
    @Tag("B13")
    @Tag("G10")
    default void eachFollowsForThemselvesAndEachKindStandsAlone() {
        TicketId one = keptTicket();
        TicketId two = keptTicket();
        add(Kind.FAVOURITE, JOHN, one, minutes(1));
        add(Kind.FAVOURITE, JOHN, two, minutes(2));
        add(Kind.WATCH, MARY, one, minutes(3));
        add(Kind.WATCH, JOHN, one, minutes(3));

        assertThat(read().follows().tickets(Kind.FAVOURITE, JOHN)).isEqualTo(Map.of(one, minutes(1), two, minutes(2)));
        assertThat(read().follows().tickets(Kind.WATCH, MARY)).isEqualTo(Map.of(one, minutes(3)));
        assertThat(read().follows().tickets(Kind.FAVOURITE, MARY)).isEmpty();
        assertThat(read().follows().tickets(Kind.FAVOURITE, StaffId.of("John"))).isEmpty();
        assertThat(read().follows().followers(Kind.WATCH, one))
                .containsExactly(new Follower(JOHN, minutes(3)), new Follower(MARY, minutes(3)));
        assertThat(read().follows().followers(Kind.FAVOURITE, one)).containsExactly(new Follower(JOHN, minutes(1)));
    }

    @Test
    @Tag("B13")
    default void whoFollowsAlreadyDoesSoSinceThen() {
        TicketId ticket = keptTicket();
        add(Kind.FAVOURITE, JOHN, ticket, minutes(1));
        add(Kind.FAVOURITE, JOHN, ticket, minutes(9));

        assertThat(read().follows().tickets(Kind.FAVOURITE, JOHN)).isEqualTo(Map.of(ticket, minutes(1)));
    }

    @Test
    @Tag("G10")
    default void whoeverStopsNoLongerFollows() {
        TicketId ticket = keptTicket();
        add(Kind.WATCH, JOHN, ticket, minutes(1));
        add(Kind.WATCH, MARY, ticket, minutes(1));
        add(Kind.FAVOURITE, JOHN, ticket, minutes(1));

        write().follows().remove(Kind.WATCH, JOHN, ticket);
        write().follows().remove(Kind.WATCH, JOHN, ticket);

        assertThat(read().follows().followers(Kind.WATCH, ticket)).containsExactly(new Follower(MARY, minutes(1)));
        assertThat(read().follows().tickets(Kind.FAVOURITE, JOHN)).containsOnlyKeys(ticket);
    }

    @Test
    @Tag("A11")
    default void followersGoWithTheTicketAndNoneCanFollowWhatIsGone() {
        TicketId gone = keptTicket();
        TicketId stays = keptTicket();
        add(Kind.WATCH, JOHN, gone, minutes(1));
        add(Kind.WATCH, JOHN, stays, minutes(1));

        write().tickets().delete(gone);

        assertThat(read().follows().tickets(Kind.WATCH, JOHN)).containsOnlyKeys(stays);
        assertThatThrownBy(() -> add(Kind.WATCH, MARY, gone, minutes(2))).isInstanceOf(WriteConflict.class);
    }

    @Test
    @Tag("B13")
    default void theLastLineOfEachHistoryIsFoundTogether() {
        TicketId one = keptTicket();
        TicketId two = keptTicket();
        TicketId without = keptTicket();
        run(unit -> List.of(history(one, 1, 0), history(one, 2, 0), history(one, 2, 1), history(two, 10, 0))
                .forEach(unit.conversations()::add));

        assertThat(read().conversations().lastLines(Set.of(one, two, without)))
                .isEqualTo(Map.of(one, history(one, 2, 1), two, history(two, 10, 0)));
        assertThat(read().conversations().lastLines(Set.of(one))).containsOnlyKeys(one);
        assertThat(read().conversations().lastLines(Set.of())).isEmpty();
    }

    @Test
    @Tag("B13")
    default void ticketsAreListedAmongNumbersWithinWhatMayBeSeen() {
        TicketId one = keptTicket();
        TicketId two = keptTicket();
        TicketId three = keptTicket();
        keptTicket();

        assertThat(list(new Visibility.Everything(), new Find.Among(Set.of(three, one))))
                .containsExactly(three, one);
        assertThat(list(new Visibility.Everything(), new Find.Among(Set.of()))).isEmpty();
        assertThat(list(new Visibility.OfStaff(JOHN, Set.of()), new Find.Among(Set.of(one, two))))
                .isEmpty();
    }

    @Test
    @Tag("B13")
    default void ticketsAreListedByAccountWithinWhatMayBeSeen() {
        TicketId one = keep(ticket().account("a")).id();
        TicketId two = keep(ticket().account("a")).id();
        keep(ticket().account("b"));
        keptTicket();

        assertThat(list(new Visibility.Everything(), new Find.ByAccount(AccountId.of("a"))))
                .containsExactly(two, one);
        assertThat(list(new Visibility.Everything(), new Find.ByAccount(AccountId.of("A"))))
                .isEmpty();
        assertThat(list(new Visibility.OfStaff(JOHN, Set.of()), new Find.ByAccount(AccountId.of("a"))))
                .isEmpty();
    }

    private void add(Kind kind, StaffId staff, TicketId ticket, Instant since) {
        write().follows().add(kind, new Follower(staff, since), ticket);
    }

    private List<TicketId> list(Visibility visibility, Find find) {
        TicketCriteria criteria =
                TicketCriteria.of(visibility).find(find).order(SortKey.ID, true).page(Optional.empty(), 10);
        return read().tickets().list(criteria).stream()
                .map(each -> each.ticket().id())
                .toList();
    }
}
