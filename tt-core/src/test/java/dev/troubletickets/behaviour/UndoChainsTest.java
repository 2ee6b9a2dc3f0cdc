// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Merges in chains, and several into one ticket, undone in any order (G2). */
@Tag("G2")
@Tag("A12")
class UndoChainsTest extends BehaviourTest {
    private static final EmailAddress BOSS = EmailAddress.of("boss@jane.example");

    private TicketId first;
    private TicketId second;
    private TicketId third;

    @BeforeEach
    void threeTickets() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        first = opened();
        second = opened();
        third = opened();
    }

    @Test
    @Tag("G10")
    void whoWatchedTheFirstLeavesTheThirdWithIt() {
        kate.watching().watch(first);
        kate.favourites().add(first);
        OperationId below = john.linking().merge(first, second);
        OperationId above = john.linking().merge(second, third);
        assertThat(watchers(third)).containsExactly(Cast.KATE);

        john.linking().undo(below);

        assertThat(watchers(third)).isEmpty();
        assertThat(kate.ticket(third).favourite()).isFalse();
        assertThat(watchers(first)).containsExactly(Cast.KATE);
        john.linking().undo(above);
        assertThat(watchers(second)).isEmpty();
    }

    @Test
    @Tag("G10")
    void whoWatchedTheSecondOrTheThirdStays() {
        kate.watching().watch(first);
        kate.watching().watch(second);
        anna.watching().watch(first);
        anna.watching().watch(third);
        OperationId below = john.linking().merge(first, second);
        john.linking().merge(second, third);

        john.linking().undo(below);

        assertThat(watchers(third)).containsExactlyInAnyOrder(Cast.KATE, Cast.ANNA);
    }

    @Test
    @Tag("G10")
    void whoWatchedTwoThatWereMergedInLeavesWithTheLastOfThem() {
        kate.watching().watch(first);
        kate.watching().watch(second);
        OperationId one = john.linking().merge(first, third);
        OperationId other = john.linking().merge(second, third);

        john.linking().undo(one);

        assertThat(watchers(third)).containsExactly(Cast.KATE);
        john.linking().undo(other);
        assertThat(watchers(third)).isEmpty();
        assertThat(watchers(second)).containsExactly(Cast.KATE);
    }

    @Test
    @Tag("A8")
    void whoGotCopiesOfTheFirstGetsNoneOfTheThirdAnyMore() {
        john.change(first, Edit.cc(BOSS));
        OperationId below = john.linking().merge(first, second);
        OperationId above = john.linking().merge(second, third);
        assertThat(john.ticket(third).cc()).containsExactly(BOSS);

        john.linking().undo(below);

        assertThat(john.ticket(third).cc()).isEmpty();
        assertThat(john.ticket(first).cc()).containsExactly(BOSS);
        john.linking().undo(above);
        assertThat(john.ticket(second).cc()).isEmpty();
        assertThat(john.ticket(third).cc()).isEmpty();
    }

    @Test
    @Tag("A8")
    void whoGotCopiesOfTwoGetsThemUntilTheLastOfThemHasLeft() {
        john.change(first, Edit.cc(BOSS));
        john.change(second, Edit.cc(BOSS));
        OperationId one = john.linking().merge(first, third);
        OperationId other = john.linking().merge(second, third);

        john.linking().undo(one);

        assertThat(john.ticket(third).cc()).containsExactly(BOSS);
        john.linking().undo(other);
        assertThat(john.ticket(third).cc()).isEmpty();
    }

    @Test
    @Tag("A17")
    void aTicketThatWasOpenedByTheFirstIsClosedAgainOnceItHasLeft() {
        answered(second);
        answered(third);
        OperationId below = john.linking().merge(first, second);
        OperationId above = john.linking().merge(second, third);
        assertThat(status(third)).isEqualTo(Status.OPEN);

        assertThat(john.linking().undo(below).left()).isEmpty();

        assertThat(status(third)).isEqualTo(Status.CLOSED);
        assertThat(waiting(third)).isEmpty();
        assertThat(john.linking().undo(above).left()).isEmpty();
        assertThat(status(second)).isEqualTo(Status.CLOSED);
        assertThat(status(third)).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("A17")
    void nobodyWaitsForWhatHasLeftWhicheverOfTwoLeavesFirst() {
        answered(third);
        OperationId one = john.linking().merge(second, third);
        OperationId other = john.linking().merge(first, third);

        assertThat(john.linking().undo(one).left()).isEmpty();

        assertThat(waiting(third)).isEqualTo(waiting(first)).isPresent();
        john.linking().undo(other);
        assertThat(waiting(third)).isEmpty();
        assertThat(status(third)).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("A17")
    void neitherForOneOfAnotherCustomer() {
        answered(second);
        answered(third);
        TicketId marys = mary.open(NewTicket.of("Down", "My server is down."));
        OperationId below = john.linking().mergeAcrossCustomers(marys, second);
        OperationId above = john.linking().merge(second, third);
        center.after(Duration.ofMinutes(1));
        assertThat(waiting(third)).isPresent();

        john.linking().undo(below);

        assertThat(waiting(third)).isEmpty();
        assertThat(status(third)).isEqualTo(Status.CLOSED);
        john.linking().undo(above);
        assertThat(waiting(second)).isEmpty();
        assertThat(status(second)).isEqualTo(Status.CLOSED);
        assertThat(john.ticket(marys).header().isUnanswered()).isTrue();
    }

    @Test
    @Tag("A17")
    void whoHadReadAllHasReadAllAgainInAnyOrder() {
        john.ticket(third);
        kate.ticket(third);
        OperationId one = john.linking().merge(first, third);
        OperationId other = john.linking().merge(second, third);
        assertThat(unread(third)).isTrue();

        john.linking().undo(other);
        john.linking().undo(one);

        assertThat(unread(third)).isFalse();
    }

    @Test
    @Tag("A10")
    void aTicketWhoseTimeToCloseStoodStillIsStillAsTheMergeMadeIt() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(3)));
        answered(first);
        answered(second);
        OperationId below = john.linking().merge(first, second);
        OperationId above = john.linking().merge(second, third);
        center.after(Duration.ofHours(5));

        john.linking().undo(above);

        assertThat(john.linking().undo(below).left()).isEmpty();
    }

    @Test
    void whereTheThirdHasGoneOnItStaysAndNobodyWaitsInItForWhatHasLeft() {
        answered(second);
        answered(third);
        OperationId below = john.linking().merge(first, second);
        john.linking().merge(second, third);
        john.hold(third);

        john.linking().undo(below);

        assertThat(status(third)).isEqualTo(Status.ON_HOLD);
        assertThat(waiting(third)).isEmpty();
    }

    private TicketId opened() {
        TicketId ticket = center.opened();
        center.after(Duration.ofMinutes(1));
        return ticket;
    }

    private void answered(TicketId ticket) {
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Fixed."));
        center.after(Duration.ofMinutes(1));
    }

    private Status status(TicketId ticket) {
        return center.kept(ticket).state().status();
    }

    private Optional<Instant> waiting(TicketId ticket) {
        return Optional.ofNullable(center.kept(ticket).state().waitingSince());
    }

    private boolean unread(TicketId ticket) {
        return kate.quickSearch(ticket.toString(), Optional.empty())
                .tickets()
                .get(0)
                .marks()
                .unread();
    }

    private List<StaffId> watchers(TicketId ticket) {
        return john.ticket(ticket).watchers().stream().map(Watcher::technician).toList();
    }
}
