// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.event.TicketEvent.NoteAdded;
import dev.troubletickets.event.TicketEvent.StatusChanged;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.FollowStore.Follower;
import dev.troubletickets.spi.storage.FollowStore.Kind;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.FollowedPage;
import dev.troubletickets.view.FollowedPage.Followed;
import dev.troubletickets.view.StaffTicketRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Favourite tickets of a technician, and the tickets of one customer (B13). */
class FavouritesTest extends BehaviourTest {
    @Test
    @Tag("B13")
    void aFavouriteIsListedWithWhatHappenedToItLast() {
        TicketId one = center.taken();
        TicketId two = center.opened();
        center.after(Duration.ofHours(1));
        john.favourites().add(one);
        john.favourites().add(two);
        center.after(Duration.ofHours(1));
        kate.note(two, "Hm.");
        john.favourites().add(one);

        List<Followed> listed = favourites().tickets();

        assertThat(listed).extracting(each -> each.ticket().id()).containsExactly(two, one);
        assertThat(listed).extracting(Followed::since).containsOnly(TestCenter.START.plus(Duration.ofHours(1)));
        assertThat(listed.get(0).latest().orElseThrow().event()).isInstanceOf(NoteAdded.class);
        assertThat(listed.get(1).latest().orElseThrow().event()).isInstanceOf(StatusChanged.class);
        assertThat(listed.get(0).ticket().marks().unread()).isTrue();
    }

    @Test
    @Tag("B13")
    void favouritesAreOnesOwnAndNoPartOfTheTicket() {
        TicketId ticket = center.opened();
        long version = center.kept(ticket).version();

        john.favourites().add(ticket);

        assertThat(john.ticket(ticket).favourite()).isTrue();
        assertThat(kate.ticket(ticket).favourite()).isFalse();
        assertThat(kate.favourites().list(Optional.empty()).tickets()).isEmpty();
        assertThat(center.kept(ticket).version()).isEqualTo(version);
        john.favourites().remove(ticket);
        john.favourites().remove(ticket);
        assertThat(john.ticket(ticket).favourite()).isFalse();
        assertThat(favourites().tickets()).isEmpty();
    }

    @Test
    @Tag("B13")
    @Tag("B2")
    void oneThatIsGoneOrOutOfSightIsLeftOut() {
        QueueId sales = center.queue("Sales", Cast.KATE);
        TicketId hidden = center.opened();
        TicketId gone = center.opened();
        TicketId stays = center.opened();
        List.of(hidden, gone, stays).forEach(john.favourites()::add);

        kate.change(hidden, Edit.queue(sales));
        anna.delete(gone);

        assertThat(favourites().tickets())
                .extracting(each -> each.ticket().id())
                .containsExactly(stays);
        Expect.in(center).notFound("ticket", () -> john.favourites().add(hidden));
        Expect.in(center).notFound("ticket", () -> john.favourites().add(gone));
        john.favourites().remove(hidden);
        center.admin().entitle(Cast.JOHN, Set.of(sales));
        assertThat(favourites().tickets())
                .extracting(each -> each.ticket().id())
                .containsExactly(stays);
    }

    @Test
    @Tag("B13")
    void aLongListHasPages() {
        for (int i = 0; i < 51; i++) {
            john.favourites().add(center.opened());
        }

        FollowedPage first = favourites();
        FollowedPage second = john.favourites().list(first.next());

        assertThat(first.tickets()).hasSize(50);
        assertThat(second.tickets()).hasSize(1);
        assertThat(second.next()).isEmpty();
        Expect.in(center).invalid("page", () -> john.watching().list(first.next()));
    }

    @Test
    @Tag("B13")
    void thereAreAThousandAtTheMost() {
        TicketId oneMore = center.opened();
        TicketData one = center.kept(oneMore);
        center.storage().write(unit -> {
            for (int i = 0; i < 1000; i++) {
                TicketId id = copy(unit, one);
                unit.follows().add(Kind.FAVOURITE, new Follower(Cast.JOHN, TestCenter.START), id);
            }
            return true;
        });

        Expect.in(center).overLimit("favourites", () -> john.favourites().add(oneMore));
        john.favourites().remove(favourites().tickets().get(0).ticket().id());
        john.favourites().add(oneMore);
    }

    @Test
    @Tag("B13")
    @Tag("B2")
    void theTicketsOfOneCustomerAreListedAsFarAsOneSeesThem() {
        QueueId sales = center.queue("Sales", Cast.KATE);
        TicketId one = center.opened();
        mary.open(NewTicket.of("Other", "Hi"));
        TicketId closed = center.taken();
        john.close(closed);
        TicketId hidden = center.opened();
        kate.change(hidden, Edit.queue(sales));

        assertThat(ofJane(john)).containsExactly(closed, one);
        assertThat(ofJane(kate)).containsExactly(hidden, closed, one);
        assertThat(john.ticketsOf(AccountId.of("nobody"), Optional.empty()).tickets())
                .isEmpty();
    }

    private FollowedPage favourites() {
        return john.favourites().list(Optional.empty());
    }

    private static List<TicketId> ofJane(StaffDesk desk) {
        return desk.ticketsOf(Cast.JANE.id(), Optional.empty()).tickets().stream()
                .map(StaffTicketRow::id)
                .toList();
    }

    /** The ticket, just opened, under another number. */
    private static TicketId copy(UnitOfWork unit, TicketData of) {
        TicketId id = unit.tickets().nextId();
        unit.tickets().insert(new TicketData(id, 1, of.header(), of.state(), of.activity()).weighing(of.weight()));
        for (HistoryEntry line : unit.conversations().history(of.id())) {
            unit.conversations()
                    .add(new HistoryEntry(id, 1, line.index(), line.at(), line.actor(), line.type(), line.data()));
        }
        MessageData first = unit.conversations().publicMessages(of.id()).get(0);
        unit.conversations()
                .add(new MessageData(
                        MessageId.publicMessage(id, 1),
                        id,
                        1,
                        first.kind(),
                        first.at(),
                        first.author(),
                        first.authorName(),
                        null,
                        first.channel(),
                        first.text(),
                        null,
                        null,
                        List.of()));
        return id;
    }
}
