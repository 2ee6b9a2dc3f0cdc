// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.FollowedPage;
import dev.troubletickets.view.Watcher;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who keeps an eye on a ticket does so on the one it was merged into (A12). */
@Tag("A12")
class MergingFollowersTest extends BehaviourTest {
    private TicketId target;
    private TicketId source;

    @BeforeEach
    void twoTickets() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        target = jane.open(NewTicket.of("Mail bounces", "All my mail bounces."));
        source = jane.open(NewTicket.of("Again mail", "Still bouncing."));
        center.after(Duration.ofMinutes(1));
    }

    @Test
    @Tag("G10")
    void watchersOfTheSourceWatchTheTarget() {
        kate.watching().watch(source);
        john.watching().watch(target);
        center.after(Duration.ofMinutes(1));

        john.linking().merge(source, target);

        assertThat(watchers(target)).containsExactlyInAnyOrder(Cast.JOHN, Cast.KATE);
        assertThat(ids(kate.watching().list(Optional.empty()))).containsExactly(target);
    }

    @Test
    @Tag("B13")
    void favouritesLeadToTheTarget() {
        kate.favourites().add(source);

        john.linking().merge(source, target);

        assertThat(ids(kate.favourites().list(Optional.empty()))).containsExactly(target);
        assertThat(kate.ticket(target).favourite()).isTrue();
        kate.favourites().remove(source);
        assertThat(ids(kate.favourites().list(Optional.empty()))).isEmpty();
    }

    @Test
    @Tag("G2")
    void undoneAllIsAsBefore() {
        kate.watching().watch(source);
        kate.favourites().add(source);
        john.watching().watch(source);
        john.watching().watch(target);

        OperationId merge = john.linking().merge(source, target);
        john.linking().undo(merge);

        assertThat(watchers(target)).containsExactly(Cast.JOHN);
        assertThat(watchers(source)).containsExactlyInAnyOrder(Cast.JOHN, Cast.KATE);
        assertThat(ids(kate.watching().list(Optional.empty()))).containsExactly(source);
        assertThat(ids(kate.favourites().list(Optional.empty()))).containsExactly(source);
    }

    @Test
    @Tag("G2")
    void whoBeganToWatchTheTargetAnewGoesOn() {
        kate.watching().watch(source);
        OperationId merge = john.linking().merge(source, target);
        kate.watching().unwatch(target);
        center.after(Duration.ofMinutes(1));
        kate.watching().watch(target);

        john.linking().undo(merge);

        assertThat(watchers(target)).containsExactly(Cast.KATE);
    }

    private List<StaffId> watchers(TicketId ticket) {
        return john.ticket(ticket).watchers().stream().map(Watcher::technician).toList();
    }

    private static List<TicketId> ids(FollowedPage page) {
        return page.tickets().stream()
                .map(FollowedPage.Followed::ticket)
                .map(row -> row.id())
                .toList();
    }
}
