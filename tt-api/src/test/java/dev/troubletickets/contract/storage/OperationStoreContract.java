// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.OperationData.Kind;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operation is in force until it is undone, once. */
@Tag("G2")
public interface OperationStoreContract extends StorageUnderTest {
    @Test
    default void anOperationComesBackAsItWas() {
        TicketId ticket = keptTicket();
        for (Kind kind : Kind.values()) {
            OperationData operation = operation(ticket, 2 + kind.ordinal(), kind, 1);
            write().operations().add(operation);

            assertThat(read().operations().find(operation.id())).contains(operation);
        }
        assertThat(read().operations().find(new OperationId(ticket, 9))).isEmpty();
    }

    @Test
    default void thoseInForceAreListedTheNewestFirst() {
        TicketId ticket = keptTicket();
        TicketId other = keptTicket();
        OperationData first = added(ticket, 2, 1);
        OperationData second = added(ticket, 3, 2);
        OperationData others = added(other, 2, 3);

        assertThat(read().operations().inForce(List.of(ticket), 10)).containsExactly(second, first);
        assertThat(read().operations().inForce(List.of(ticket, other), 2)).containsExactly(others, second);
        assertThat(read().operations().inForce(List.of(), 10)).isEmpty();
    }

    @Test
    default void whatIsNeededToUndoItCanChange() {
        OperationData operation = added(keptTicket(), 2, 1);
        OperationData other = added(operation.id().ticket(), 3, 2);

        assertThat(write().operations().rewrite(operation.id(), "{}")).isTrue();
        assertThat(write().operations().rewrite(new OperationId(operation.id().ticket(), 9), "{}"))
                .isFalse();

        assertThat(read().operations().find(operation.id()).orElseThrow().data())
                .isEqualTo("{}");
        assertThat(read().operations().find(operation.id()).orElseThrow().undone())
                .isFalse();
        assertThat(read().operations().find(other.id())).contains(other);
    }

    @Test
    default void itIsUndoneOnce() {
        OperationData operation = added(keptTicket(), 2, 1);

        assertThat(write().operations().undo(operation.id())).isTrue();
        assertThat(write().operations().undo(operation.id())).isFalse();
        assertThat(write().operations().undo(new OperationId(operation.id().ticket(), 9)))
                .isFalse();
        assertThat(read().operations().find(operation.id()).orElseThrow().undone())
                .isTrue();
        assertThat(read().operations().inForce(List.of(operation.id().ticket()), 10))
                .isEmpty();
    }

    @Test
    default void ofManyWhoUndoItAtOnceOneDoes() throws Exception {
        for (int version = 2; version < 7; version++) {
            OperationData operation = added(keptTicket(), version, 1);
            List<Boolean> undone = Race.of(
                    4,
                    number -> Race.retrying(storage(), unit -> unit.operations().undo(operation.id())));

            assertThat(undone).containsOnlyOnce(true);
        }
    }

    @Test
    default void oneOfItsTicketAndVersionIsRefused() {
        OperationData operation = added(keptTicket(), 2, 1);

        assertThatThrownBy(() -> write().operations().add(operation)).isInstanceOf(WriteConflict.class);
        assertThatThrownBy(() -> added(TicketId.of(operation.id().ticket().value() + 1000), 2, 1))
                .isInstanceOf(WriteConflict.class);
    }

    @Test
    @Tag("A11")
    default void itGoesWithItsTicket() {
        OperationData operation = added(keptTicket(), 2, 1);

        write().tickets().delete(operation.id().ticket());

        assertThat(read().operations().find(operation.id())).isEmpty();
    }

    @Test
    default void ofTwoMergesThatCrossOneIsRefused() throws Exception {
        for (int round = 0; round < 10; round++) {
            TicketId one = keptTicket();
            TicketId other = keptTicket();
            Race.of(2, number -> {
                TicketId source = number == 0 ? one : other;
                TicketId target = number == 0 ? other : one;
                return Race.retrying(storage(), unit -> {
                    var from = unit.tickets().find(source).orElseThrow();
                    var into = unit.tickets().find(target).orElseThrow();
                    if (from.merged() != null || into.merged() != null) {
                        return false;
                    }
                    var both = Stream.of(TicketBuilder.after(from).mergedInto(target, false), TicketBuilder.after(into))
                            .map(TicketBuilder::build)
                            .sorted(java.util.Comparator.comparingLong(
                                    ticket -> ticket.id().value()))
                            .toList();
                    if (!both.stream().allMatch(unit.tickets()::update)) {
                        throw new WriteConflict("somebody was first");
                    }
                    return true;
                });
            });

            assertThat(Stream.of(one, other).filter(id -> kept(id).merged() != null))
                    .as("merged tickets")
                    .hasSize(1);
        }
    }

    private OperationData added(TicketId ticket, long version, int minute) {
        OperationData operation = operation(ticket, version, Kind.MERGE, minute);
        write().operations().add(operation);
        return operation;
    }

    private static OperationData operation(TicketId ticket, long version, Kind kind, int minute) {
        return new OperationData(
                new OperationId(ticket, version), kind, minutes(minute), Actor.staff(JOHN), UNICODE, false);
    }
}
