// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.AssignmentPolicy;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.StaffStore.StaffData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What ways of assigning ask of a storage (B14): turns that nobody gets twice, who is fit, who has how much in hand. */
public interface AssignmentContract extends StorageUnderTest {
    StaffId JOHN = StaffId.of("john");
    StaffId KATE = StaffId.of("kate");
    StaffId NOBODY_KNOWN = StaffId.of("nobody known");

    @Test
    @Tag("B14")
    default void aQueueKeepsItsWayOfAssigning() {
        QueueId queue =
                write().queues().create(QueueSettings.named("Q").withAssignment(AssignmentPolicy.LEAST_LOADED), false);
        assertThat(settings(queue).assignment()).isEqualTo(AssignmentPolicy.LEAST_LOADED);

        write().queues().change(new Queue(queue, QueueSettings.named("Q"), false));

        assertThat(settings(queue).assignment()).isEqualTo(AssignmentPolicy.MANUAL);
    }

    @Test
    @Tag("B14")
    default void eachQueueRemembersItsLastTurn() {
        QueueId one = queue("One");
        QueueId other = queue("Other");
        assertThat(turn(one)).isEmpty();

        run(unit -> unit.queues().turn(one, JOHN));
        assertThat(turn(one)).contains(JOHN);
        assertThat(turn(other)).isEmpty();

        run(unit -> unit.queues().turn(one, KATE));
        assertThat(turn(one)).contains(KATE);
        write().queues().delete(one);
        assertThat(turn(one)).isEmpty();
    }

    @Test
    @Tag("B14")
    default void aTurnThatIsNotCommittedIsNone() {
        QueueId queue = queue("One");
        try {
            run(unit -> {
                unit.queues().lockTurn(queue);
                unit.queues().turn(queue, JOHN);
                throw new IllegalStateException("given up");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("given up");
        }
        assertThat(turn(queue)).isEmpty();
    }

    @Test
    @Tag("B14")
    default void ofManyAtOnceEachHasItsOwnTurn() throws Exception {
        QueueId queue = queue("One");
        List<StaffId> staff =
                Stream.of("a", "b", "c", "d", "e").map(StaffId::of).toList();
        int each = 10;
        List<List<StaffId>> given = Race.of(
                RaceContract.THREADS,
                number -> Stream.generate(() -> again(unit -> next(unit, queue, staff)))
                        .limit(each)
                        .toList());

        List<StaffId> all = given.stream().flatMap(List::stream).toList();
        assertThat(staff)
                .allSatisfy(one -> assertThat(Collections.frequency(all, one))
                        .isEqualTo(RaceContract.THREADS * each / staff.size()));
    }

    @Test
    @Tag("B14")
    @Tag("E3")
    default void whatIsKnownOfSeveralIsWhatIsKnownOfEach() {
        QueueId queue = queue("One");
        run(unit -> {
            unit.staff().saveProfile(JOHN, StaffProfile.of("John", EmailAddress.of("john@example.com")));
            unit.staff().entitle(JOHN, Set.of(queue));
            unit.staff().decide(KATE, Permission.ANSWER, false);
            unit.staff().decide(KATE, Permission.DELETE, true);
        });

        Map<StaffId, StaffData> all = read().staff().findAll(List.of(JOHN, KATE, NOBODY_KNOWN));

        assertThat(all).containsOnlyKeys(JOHN, KATE, NOBODY_KNOWN);
        all.forEach((id, data) -> assertThat(data).isEqualTo(read().staff().find(id)));
        assertThat(read().staff().findAll(List.of())).isEmpty();
    }

    @Test
    @Tag("B14")
    default void inHandAreNewAndOpenTicketsThatAreNotSnoozed() {
        for (Status status : Status.values()) {
            keep(ticket().assignee(JOHN).status(status));
        }
        keep(ticket().assignee(JOHN).status(Status.OPEN).snoozedUntil(Instant.parse("2030-01-01T00:00:00Z")));
        keep(ticket().assignee(KATE).status(Status.OPEN));
        keep(ticket().status(Status.NEW));

        Map<StaffId, Long> inHand = read().tickets().inHand(Set.of(JOHN, NOBODY_KNOWN));

        assertThat(inHand.get(JOHN)).isEqualTo(2);
        assertThat(inHand.getOrDefault(NOBODY_KNOWN, 0L)).isZero();
        assertThat(inHand).doesNotContainKey(KATE);
        assertThat(read().tickets().inHand(Set.of())).isEmpty();
    }

    private QueueSettings settings(QueueId queue) {
        return read().queues().all().stream()
                .filter(each -> each.id().equals(queue))
                .findFirst()
                .orElseThrow()
                .settings();
    }

    private Optional<StaffId> turn(QueueId queue) {
        return write(unit -> unit.queues().lockTurn(queue));
    }

    private <T> T again(dev.troubletickets.spi.storage.Storage.Work<T> work) {
        while (true) {
            try {
                return write(work);
            } catch (WriteConflict second) {
                // somebody else was first
            }
        }
    }

    private static StaffId next(UnitOfWork unit, QueueId queue, List<StaffId> staff) {
        int last = unit.queues().lockTurn(queue).map(staff::indexOf).orElse(-1);
        StaffId next = staff.get((last + 1) % staff.size());
        unit.queues().turn(queue, next);
        return next;
    }
}
