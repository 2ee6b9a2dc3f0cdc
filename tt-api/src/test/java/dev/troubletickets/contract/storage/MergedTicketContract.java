// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.assertSame;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.Timer;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A merged ticket is kept whole, and is in nobody's lists but, where it was kept apart, its own customer's (A12). */
@Tag("A12")
public interface MergedTicketContract extends StorageUnderTest {
    Visibility ALL = new Visibility.Everything();

    @Test
    default void aMergedTicketIsFoundByItsNumberWithAllItHad() {
        TicketId target = keptTicket();
        TicketData source = keep(mine().mergedInto(target, true));

        assertSame(kept(source.id()), source);
    }

    @Test
    default void aPointerIsSetAndTakenBack() {
        TicketId target = keptTicket();
        TicketData source = keep(mine());

        assertThat(write().tickets()
                        .update(TicketBuilder.after(source)
                                .mergedInto(target, false)
                                .build()))
                .isTrue();
        assertThat(kept(source.id()).merged()).isEqualTo(new TicketData.Merged(target, false));

        assertThat(write().tickets()
                        .update(TicketBuilder.after(kept(source.id())).build()))
                .isTrue();
        assertThat(kept(source.id()).merged()).isNull();
    }

    @Test
    default void whatWasMergedIntoATicketIsFoundOneStepAtATime() {
        TicketId root = keptTicket();
        TicketId other = keptTicket();
        TicketId child = keep(mine().mergedInto(root, false)).id();
        TicketId apart = keep(mine().mergedInto(root, true)).id();
        TicketId grandchild = keep(mine().mergedInto(child, false)).id();

        assertThat(mergedInto(root)).containsExactly(child, apart);
        assertThat(mergedInto(child)).containsExactly(grandchild);
        assertThat(mergedInto(root, child, other)).containsExactly(child, apart, grandchild);
        assertThat(mergedInto(grandchild)).isEmpty();
        assertThat(mergedInto()).isEmpty();
    }

    @Test
    default void noListOfStaffHoldsAMergedTicket() {
        TicketId target = keptTicket();
        keep(mine().mergedInto(target, false));
        keep(mine().mergedInto(target, true));

        for (Visibility staff : List.of(ALL, new Visibility.OfStaff(JOHN, Set.of(someQueue())))) {
            TicketCriteria all = TicketCriteria.of(staff);
            TicketCriteria active = all.statuses(EnumSet.of(Status.NEW, Status.OPEN));
            assertThat(found(all)).containsExactly(target);
            assertThat(found(active)).containsExactly(target);
            assertThat(read().tickets().count(all)).isEqualTo(1);
            assertThat(read().tickets().count(active)).isEqualTo(1);
            assertThat(read().tickets().countActive(staff, JOHN))
                    .singleElement()
                    .satisfies(count -> assertThat(count.tickets()).isEqualTo(1));
        }
    }

    @Test
    default void noSearchFindsAMergedTicket() {
        TicketId target =
                keep(ticket().requester("boss@example.org").subject("Other")).id();
        TicketData source = keep(mine().mergedInto(target, true));

        List<Find> searches = List.of(
                new Find.ById(source.id()),
                new Find.ByRequester(EmailAddress.of("jane@example.org")),
                new Find.BySubject("mine"));
        for (Find search : searches) {
            assertThat(found(TicketCriteria.of(ALL).find(search))).isEmpty();
        }
    }

    @Test
    default void itsCustomerAndResellerSeeWhatWasKeptApart() {
        TicketId target = keptTicket();
        TicketId apart = keep(mine().mergedInto(target, true)).id();
        keep(mine().mergedInto(target, false));
        TicketId alone = keep(mine()).id();

        for (Visibility theirs : List.of(
                new Visibility.OfAccount(AccountId.of("jane")), new Visibility.OfResellers(ResellerId.of("rita")))) {
            TicketCriteria all = TicketCriteria.of(theirs);
            TicketCriteria active = all.statuses(EnumSet.of(Status.NEW, Status.OPEN, Status.ANSWERED, Status.ON_HOLD));
            assertThat(found(all)).containsExactlyInAnyOrder(apart, alone);
            assertThat(found(active)).containsExactlyInAnyOrder(apart, alone);
            assertThat(read().tickets().count(all)).isEqualTo(2);
        }
    }

    @Test
    default void noTimerOfAMergedTicketIsDue() {
        TicketId target = keptTicket();
        keep(mine().autoCloseAt(minutes(1)).mergedInto(target, false));
        keep(mine().autoCloseAt(minutes(1)).mergedInto(target, true));

        for (Timer timer : Timer.values()) {
            assertThat(write().tickets().lockDue(timer, minutes(2), 10)).isEmpty();
        }
    }

    @Test
    @Tag("B1")
    default void itIsStillInItsQueue() {
        QueueId queue = queue("Billing");
        TicketId source =
                keep(mine().queue(queue).mergedInto(keptTicket(), false)).id();

        assertThat(read().tickets().inQueue(queue, 10))
                .extracting(TicketData::id)
                .containsExactly(source);
        assertThatThrownBy(() -> write().queues().delete(queue)).isInstanceOf(WriteConflict.class);
    }

    @Test
    default void itsSubjectStillNamesItsThread() {
        TicketId source = keep(mine().mergedInto(keptTicket(), false)).id();

        assertThat(read().threads().findBySubject("mine", Optional.empty())).contains(source);
    }

    @Test
    @Tag("A11")
    default void aTicketIsNotDeletedBeforeWhatWasMergedIntoIt() {
        TicketId target = keptTicket();
        TicketId source = keep(mine().mergedInto(target, false)).id();

        assertThatThrownBy(() -> write().tickets().delete(target)).isInstanceOf(WriteConflict.class);
        assertThat(read().tickets().find(target)).isPresent();

        run(unit -> {
            unit.tickets().delete(source);
            unit.tickets().delete(target);
        });
        assertThat(read().tickets().find(target)).isEmpty();
    }

    @Test
    @Tag("A17")
    default void whatOthersHaveBroughtIsUnreadUntilItIsRead() {
        TicketId target = keep(ticket().joined(3)).id();
        run(unit -> unit.conversations().markRead(target, JOHN, 1));
        assertThat(isUnread()).isTrue();

        run(unit -> unit.conversations().markRead(target, JOHN, 4));
        assertThat(isUnread()).isFalse();
    }

    private boolean isUnread() {
        return read().tickets().list(TicketCriteria.of(ALL).readBy(JOHN)).get(0).unread();
    }

    private TicketBuilder mine() {
        return ticket().account("jane")
                .reseller("rita")
                .requester("jane@example.org")
                .subject("Mine")
                .assignee(JOHN);
    }

    private List<TicketId> mergedInto(TicketId... targets) {
        return read().tickets().mergedInto(List.of(targets)).stream()
                .map(TicketData::id)
                .toList();
    }

    private List<TicketId> found(TicketCriteria criteria) {
        return read().tickets().list(criteria).stream()
                .map(row -> row.ticket().id())
                .toList();
    }
}
