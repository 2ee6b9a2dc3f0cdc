// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.CollaboratorStore.Invited;
import dev.troubletickets.spi.storage.StaffStore.StaffData;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Assignment;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketStore.ActiveCount;
import dev.troubletickets.spi.storage.TicketStore.Assigned;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Technicians invited to tickets, and what they see by it (G10). */
public interface CollaboratorStoreContract extends StorageUnderTest {
    @Test
    @Tag("G10")
    default void whoIsInvitedIsToldByTicketAndByTechnician() {
        TicketId one = keptTicket();
        TicketId two = keptTicket();
        Invited mary = new Invited(MARY, CollaboratorRight.READ, minutes(2));
        Invited john = new Invited(JOHN, CollaboratorRight.ANSWER, minutes(1));
        invite(one, mary);
        invite(one, john);
        invite(two, new Invited(JOHN, CollaboratorRight.NOTE, minutes(3)));

        assertThat(read().collaborators().of(one)).containsExactly(john, mary);
        assertThat(read().collaborators().tickets(JOHN)).isEqualTo(Map.of(one, minutes(1), two, minutes(3)));
        assertThat(read().staff().find(JOHN).invitations())
                .isEqualTo(Map.of(one, CollaboratorRight.ANSWER, two, CollaboratorRight.NOTE));
        assertThat(read().staff().find(StaffId.of("John")).invitations()).isEmpty();
    }

    @Test
    @Tag("G10")
    default void anInvitationTakesThePlaceOfTheOneBefore() {
        TicketId ticket = keptTicket();
        for (CollaboratorRight right : CollaboratorRight.values()) {
            invite(ticket, new Invited(JOHN, right, minutes(1)));
            assertThat(read().collaborators().of(ticket)).containsExactly(new Invited(JOHN, right, minutes(1)));
        }
    }

    @Test
    @Tag("G10")
    default void whoIsDismissedIsInvitedNoLongerAndTheOthersStay() {
        TicketId ticket = keptTicket();
        TicketId other = keptTicket();
        List.of(JOHN, MARY).forEach(id -> invite(ticket, new Invited(id, CollaboratorRight.READ, minutes(1))));
        invite(other, new Invited(JOHN, CollaboratorRight.READ, minutes(1)));

        write().collaborators().dismiss(ticket, JOHN);
        write().collaborators().dismiss(ticket, StaffId.of("nobody"));

        assertThat(read().collaborators().of(ticket)).extracting(Invited::staff).containsExactly(MARY);
        assertThat(read().collaborators().tickets(JOHN)).containsOnlyKeys(other);
    }

    @Test
    @Tag("G10")
    @Tag("A11")
    default void invitationsGoWithTheTicket() {
        TicketId gone = keptTicket();
        invite(gone, new Invited(JOHN, CollaboratorRight.READ, minutes(1)));

        write().tickets().delete(gone);

        assertThat(read().staff().find(JOHN)).isEqualTo(new StaffData(Optional.empty(), Set.of(), Map.of()));
        assertThatThrownBy(() -> invite(gone, new Invited(MARY, CollaboratorRight.READ, minutes(1))))
                .isInstanceOf(WriteConflict.class);
    }

    @Test
    @Tag("G10")
    default void whatIsKnownOfStaffIsFoundTogetherWithTheirInvitations() {
        TicketId ticket = keptTicket();
        invite(ticket, new Invited(JOHN, CollaboratorRight.ANSWER, minutes(1)));
        write().staff().decide(JOHN, Permission.ANSWER, false);
        write().staff().entitle(JOHN, Set.of(someQueue()));

        StaffData john = read().staff().find(JOHN);

        assertThat(john)
                .isEqualTo(new StaffData(
                        Optional.empty(),
                        Set.of(someQueue()),
                        Map.of(Permission.ANSWER, false),
                        null,
                        Map.of(ticket, CollaboratorRight.ANSWER)));
        assertThat(read().staff().findAll(List.of(MARY, JOHN)).get(JOHN)).isEqualTo(john);
    }

    @Test
    @Tag("G10")
    @Tag("B2")
    default void theTicketsSomeoneIsInvitedToAreSeenBesides() {
        QueueId mine = queue("Mine");
        TicketId own = keep(ticket().queue(mine)).id();
        TicketId invited = keep(ticket().assignee(MARY).status(Status.OPEN)).id();
        TicketId nobodys = keptTicket();
        TicketId merged = keep(ticket().mergedInto(own, false)).id();
        Visibility john = new Visibility.OfStaff(JOHN, Set.of(mine), Set.of(invited, nobodys, merged));
        TicketCriteria all = TicketCriteria.of(john).order(SortKey.ID, false);

        shows(all, own, invited, nobodys);
        shows(all.find(new Find.ById(invited)), invited);
        shows(all.find(new Find.ById(merged)));
        shows(all.assigned(new Assignment.To(MARY)), invited);
        shows(all.assigned(new Assignment.Nobody()), own, nobodys);
        shows(TicketCriteria.of(new Visibility.OfStaff(JOHN, Set.of(), Set.of(invited))), invited);
        shows(TicketCriteria.of(new Visibility.OfStaff(JOHN, Set.of(), Set.of())));
        assertThat(read().tickets().countActive(john, JOHN))
                .containsExactlyInAnyOrder(
                        new ActiveCount(mine, Status.NEW, Assigned.NOBODY, false, 1),
                        new ActiveCount(someQueue(), Status.NEW, Assigned.NOBODY, false, 1),
                        new ActiveCount(someQueue(), Status.OPEN, Assigned.ANOTHER, false, 1));
    }

    private void invite(TicketId ticket, Invited invited) {
        write().collaborators().invite(ticket, invited);
    }

    private void shows(TicketCriteria criteria, TicketId... tickets) {
        assertThat(read().tickets().list(criteria))
                .extracting(row -> row.ticket().id())
                .containsExactly(tickets);
        assertThat(read().tickets().count(criteria)).isEqualTo(tickets.length);
    }
}
