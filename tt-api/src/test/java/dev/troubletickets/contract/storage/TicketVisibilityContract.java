// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Assignment;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketStore.ActiveCount;
import dev.troubletickets.spi.storage.TicketStore.Assigned;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who sees which tickets, in lists, counts and groups. */
public interface TicketVisibilityContract extends StorageUnderTest {
    @Test
    @Tag("B2")
    default void aTechnicianSeesTheirQueuesAndWhatIsAssignedToThemWhereverItIs() {
        QueueId mine = queue("Mine");
        QueueId secret = queue("Secret");
        TicketId inQueue = keep(ticket().queue(mine)).id();
        TicketId marysInQueue = keep(ticket().queue(mine).assignee(MARY)).id();
        TicketId assigned = keep(ticket().queue(secret).assignee(JOHN)).id();
        keep(ticket().queue(secret));
        keep(ticket().queue(secret).assignee(MARY));
        keep(ticket().queue(secret).assignee(StaffId.of("John")));

        sees(new Visibility.OfStaff(JOHN, Set.of(mine)), inQueue, marysInQueue, assigned);
    }

    @Test
    @Tag("B2")
    default void aTechnicianWithoutQueuesSeesOnlyWhatIsAssignedToThem() {
        TicketId assigned = keep(ticket().assignee(JOHN)).id();
        keptTicket();

        sees(new Visibility.OfStaff(JOHN, Set.of()), assigned);
        sees(new Visibility.OfStaff(MARY, Set.of()));
    }

    @Test
    default void anAccountSeesItsOwnTicketsAlone() {
        TicketId janes = keep(ticket().account("jane")).id();
        keep(ticket().account("Jane"));
        keep(ticket().account("jane "));
        keep(ticket().account("jan"));
        keep(ticket().account("janė"));
        keep(ticket());

        sees(new Visibility.OfAccount(AccountId.of("jane")), janes);
        sees(new Visibility.OfAccount(AccountId.of("jan%")));
        sees(new Visibility.OfAccount(AccountId.of("' or '1'='1")));
    }

    @Test
    @Tag("C3")
    default void aResellerSeesTheTicketsOfTheirCustomersAlone() {
        TicketId theirs = keep(ticket().account("jane").reseller("acme")).id();
        keep(ticket().account("acme").reseller("Acme"));
        keep(ticket().account("acme"));

        sees(new Visibility.OfResellers(ResellerId.of("acme")), theirs);
    }

    @Test
    @Tag("E4")
    default void aSideHoldsTicketsByTheirCustomersReseller() {
        QueueId mine = queue("Mine");
        TicketId nobodys = keep(ticket().queue(mine)).id();
        TicketId acmes = keep(ticket().queue(mine).account("a").reseller("acme").assignee(JOHN))
                .id();
        TicketId betas =
                keep(ticket().queue(mine).account("b").reseller("beta")).id();
        ResellerId acme = ResellerId.of("acme");
        ResellerId beta = ResellerId.of("beta");

        sees(new Visibility.Everything(new Side.Without(Set.of(acme, ResellerId.of("Beta")))), nobodys, betas);
        sees(new Visibility.Everything(new Side.With(Set.of())), nobodys);
        sees(new Visibility.Everything(new Side.With(Set.of(acme))), nobodys, acmes);
        sees(new Visibility.Everything(new Side.Only(Set.of(acme, beta))), acmes, betas);
        sees(new Visibility.Everything(new Side.Only(Set.of())));
        sees(new Visibility.OfStaff(JOHN, Set.of(mine), Set.of(acmes), new Side.Without(Set.of(acme))), nobodys, betas);
        sees(new Visibility.OfResellers(Set.of(acme, beta)), acmes, betas);
    }

    @Test
    default void whoSeesEverythingSeesEverything() {
        TicketId one = keptTicket();
        TicketId two =
                keep(ticket().queue(queue("Secret")).assignee(MARY).archived()).id();

        sees(new Visibility.Everything(), one, two);
    }

    @Test
    @Tag("B2")
    default void noCriterionShowsWhatMayNotBeSeen() {
        TicketId hidden =
                keep(ticket().assignee(MARY).account("jane").subject("Hidden")).id();
        TicketCriteria mine = TicketCriteria.of(new Visibility.OfStaff(JOHN, Set.of(queue("Mine"))));

        shows(mine.find(new Find.ById(hidden)));
        shows(mine.find(new Find.BySubject("hidden")));
        shows(mine.find(new Find.ByRequester(kept(hidden).header().requester())));
        shows(mine.assigned(new Assignment.To(MARY)));
        shows(TicketCriteria.of(new Visibility.OfAccount(AccountId.of("joe"))).find(new Find.ById(hidden)));
    }

    @Test
    @Tag("B5")
    default void aPartOfATicketLetsItsHolderSeeIt() {
        QueueId mine = queue("Mine");
        QueueId other = queue("Other");
        StaffId odd = StaffId.of("j%hn_\\");
        TicketId johns =
                keep(ticket().queue(other).parts(Holder.technician(JOHN))).id();
        TicketId queues = keep(ticket().queue(other)
                        .assignee(MARY)
                        .parts(Holder.department(other), Holder.department(mine)))
                .id();
        TicketId odds =
                keep(ticket().queue(other).parts(Holder.technician(odd))).id();
        Visibility john = new Visibility.OfStaff(JOHN, Set.of(mine));

        sees(john, johns, queues);
        sees(new Visibility.OfStaff(JOHN, Set.of()), johns);
        sees(new Visibility.OfStaff(odd, Set.of()), odds);
        shows(TicketCriteria.of(john).assigned(new Assignment.Nobody()), johns);
        shows(TicketCriteria.of(john).assigned(new Assignment.To(MARY)), queues);
        shows(TicketCriteria.of(new Visibility.Everything()).assigned(new Assignment.PartOf(JOHN, Set.of())), johns);
        shows(
                TicketCriteria.of(new Visibility.Everything())
                        .assigned(new Assignment.PartOf(MARY, Set.of(mine, other))),
                queues);
        assertThat(read().tickets().countActive(john, JOHN)).hasSize(2);
    }

    @Test
    @Tag("B7")
    default void activeTicketsAreCountedByQueueStatusAndHands() {
        QueueId one = queue("One");
        QueueId two = queue("Two");
        keep(ticket().queue(one));
        keep(ticket().queue(one));
        keep(ticket().queue(one).status(Status.OPEN).assignee(JOHN));
        keep(ticket().queue(one).status(Status.OPEN).assignee(MARY));
        keep(ticket().queue(one).status(Status.OPEN).assignee(StaffId.of("zoe")));
        keep(ticket().queue(two).status(Status.ANSWERED).assignee(JOHN));
        keep(ticket().queue(two).status(Status.ON_HOLD));
        keep(ticket().queue(two).status(Status.ON_HOLD).snoozedUntil(StorageFixtures.minutes(1)));
        keep(ticket().queue(two).status(Status.RESOLVED));
        keep(ticket().queue(two).archived());

        assertThat(read().tickets().countActive(new Visibility.Everything(), JOHN))
                .containsExactlyInAnyOrder(
                        new ActiveCount(one, Status.NEW, Assigned.NOBODY, false, 2),
                        new ActiveCount(one, Status.OPEN, Assigned.ME, false, 1),
                        new ActiveCount(one, Status.OPEN, Assigned.ANOTHER, false, 2),
                        new ActiveCount(two, Status.ANSWERED, Assigned.ME, false, 1),
                        new ActiveCount(two, Status.ON_HOLD, Assigned.NOBODY, false, 1),
                        new ActiveCount(two, Status.ON_HOLD, Assigned.NOBODY, true, 1));
    }

    @Test
    @Tag("B2")
    default void onlyWhatMayBeSeenIsCounted() {
        QueueId mine = queue("Mine");
        QueueId secret = queue("Secret");
        keep(ticket().queue(mine));
        keep(ticket().queue(secret).assignee(MARY));
        keep(ticket().queue(secret).assignee(JOHN));

        assertThat(read().tickets().countActive(new Visibility.OfStaff(JOHN, Set.of(mine)), JOHN))
                .containsExactlyInAnyOrder(
                        new ActiveCount(mine, Status.NEW, Assigned.NOBODY, false, 1),
                        new ActiveCount(secret, Status.NEW, Assigned.ME, false, 1));
    }

    private void sees(Visibility visibility, TicketId... tickets) {
        shows(TicketCriteria.of(visibility), tickets);
    }

    private void shows(TicketCriteria criteria, TicketId... tickets) {
        assertThat(read().tickets().list(criteria))
                .extracting(row -> row.ticket().id())
                .containsExactlyInAnyOrder(tickets);
        assertThat(read().tickets().count(criteria)).isEqualTo(tickets.length);
    }
}
