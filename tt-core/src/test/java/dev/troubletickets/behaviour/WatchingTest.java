// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.event.TicketEvent.WatcherAdded;
import dev.troubletickets.event.TicketEvent.WatcherRemoved;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.FollowedPage.Followed;
import dev.troubletickets.view.Watcher;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Technicians watch tickets that are not theirs (G10). */
class WatchingTest extends BehaviourTest {
    @Test
    @Tag("G10")
    void whoWatchesStandsOnTheStaffPageAndInTheHistory() {
        TicketId ticket = center.taken();

        kate.watching().watch(ticket);
        kate.watching().watch(ticket);
        john.watching().add(ticket, Cast.NICK);

        assertThat(john.ticket(ticket).watchers())
                .containsExactly(
                        new Watcher(Cast.KATE, "Kate Stone", TestCenter.START),
                        new Watcher(Cast.NICK, "nick", TestCenter.START));
        kate.watching().unwatch(ticket);
        kate.watching().unwatch(ticket);
        john.watching().remove(ticket, Cast.NICK);
        assertThat(john.ticket(ticket).watchers()).isEmpty();
        assertThat(center.events(ticket))
                .endsWith(
                        new WatcherAdded(Cast.KATE),
                        new WatcherAdded(Cast.NICK),
                        new WatcherRemoved(Cast.KATE),
                        new WatcherRemoved(Cast.NICK));
        assertThat(String.valueOf(jane.ticket(ticket))).doesNotContain("kate", "nick");
    }

    @Test
    @Tag("G10")
    @Tag("A17")
    void aWatcherSeesInTheirListWhatTheyHaveNotRead() {
        TicketId ticket = center.taken();
        kate.watching().watch(ticket);
        kate.ticket(ticket);

        assertThat(watched().get(0).ticket().marks().unread()).isFalse();
        john.note(ticket, "Hm.");
        assertThat(watched().get(0).ticket().marks().unread()).isTrue();
        assertThat(kate.favourites().list(Optional.empty()).tickets()).isEmpty();
    }

    @Test
    @Tag("G10")
    @Tag("B2")
    void watchingLetsNobodySeeATicket() {
        QueueId sales = center.queue("Sales", Cast.JOHN);
        TicketId ticket = center.taken();
        kate.watching().watch(ticket);

        john.change(ticket, Edit.queue(sales));

        Expect.in(center).notFound("ticket", () -> kate.ticket(ticket));
        Expect.in(center).notFound("ticket", () -> kate.watching().unwatch(ticket));
        Expect.in(center).notFound("ticket", () -> center.nick().watching().watch(ticket));
        assertThat(watched()).isEmpty();
        assertThat(john.ticket(ticket).watchers())
                .extracting(Watcher::technician)
                .containsExactly(Cast.KATE);
        center.admin().entitle(Cast.KATE, java.util.Set.of(sales));
        assertThat(watched()).hasSize(1);
    }

    @Test
    @Tag("G10")
    @Tag("E3")
    void havingAnotherWatchNeedsAPermission() {
        TicketId ticket = center.taken();
        center.admin().take(Cast.KATE, Permission.ASSIGN_TO_OTHERS);

        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> kate.watching().add(ticket, Cast.JOHN));
        kate.watching().add(ticket, Cast.KATE);
        john.watching().watch(ticket);
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> kate.watching().remove(ticket, Cast.JOHN));
        kate.watching().remove(ticket, Cast.KATE);
        assertThat(kate.ticket(ticket).actions().allows(Action.WATCH)).isTrue();
        assertThat(kate.ticket(ticket).actions().whyNot(Action.ADD_WATCHER)).contains(Refusal.PERMISSION_MISSING);
        assertThat(john.ticket(ticket).actions().allows(Action.ADD_WATCHER)).isTrue();
    }

    @Test
    @Tag("G10")
    void aTechnicianNobodyKnowsCannotWatch() {
        TicketId ticket = center.taken();

        Expect.in(center).invalid("technician", () -> john.watching().add(ticket, StaffId.of("nobody")));
        Expect.in(center).notFound("ticket", () -> john.watching().watch(TicketId.of(99)));
    }

    @Test
    @Tag("G10")
    @Tag("G7")
    void watchingFromAnOldPageIsRefused() {
        TicketId ticket = center.taken();
        SeenTicket seen = kate.ticket(ticket).seen();
        john.note(ticket, "Hm.");

        Expect.in(center).stale(() -> kate.watching().watch(seen));
        Expect.in(center).stale(() -> kate.watching().unwatch(seen));
        Expect.in(center).stale(() -> kate.watching().add(seen, Cast.JOHN));
        Expect.in(center).stale(() -> kate.watching().remove(seen, Cast.JOHN));
    }

    @Test
    @Tag("G10")
    void aTicketHasFiftyWatchersAtTheMost() {
        TicketId ticket = center.taken();
        for (int i = 0; i < 50; i++) {
            center.directory().people().add(StaffMember.technician("t" + i));
            john.watching().add(ticket, StaffId.of("t" + i));
        }

        Expect.in(center).overLimit("watchers", () -> kate.watching().watch(ticket));
        john.watching().remove(ticket, StaffId.of("t7"));
        kate.watching().watch(ticket);
    }

    private List<Followed> watched() {
        return kate.watching().list(Optional.empty()).tickets();
    }
}
