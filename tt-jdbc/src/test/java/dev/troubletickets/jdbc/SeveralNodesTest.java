// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.contract.storage.Race;
import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.Timer;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Storages of several nodes on one PostgreSQL, each with connections of its own. */
class SeveralNodesTest {
    private static final int NODES = 3;
    private static final List<HikariDataSource> POOLS =
            IntStream.range(0, NODES).mapToObj(node -> PostgresServer.pool()).toList();
    private static final List<JpaStorage> STORAGES = POOLS.stream()
            .map(pool -> JpaStorage.on(pool, JpaOptions.defaults().withTablePrefix("several_")))
            .toList();

    @AfterAll
    static void close() {
        STORAGES.forEach(Storage::close);
        POOLS.forEach(HikariDataSource::close);
    }

    @Test
    @Tag("B3")
    void oneOfManyTechniciansOnManyNodesPicksUpATicket() throws Exception {
        for (int round = 0; round < 20; round++) {
            TicketData ticket = keep(STORAGES.get(0));
            List<Optional<StaffId>> winners = Race.of(4 * NODES, number -> {
                StaffId me = StaffId.of("technician " + number);
                TicketData mine = TicketBuilder.after(ticket).assignee(me).build();
                boolean won = STORAGES.get(number % NODES)
                        .write(unit -> unit.tickets().update(mine));
                return won ? Optional.of(me) : Optional.empty();
            });

            assertThat(winners.stream().flatMap(Optional::stream))
                    .containsExactly(find(STORAGES.get(1), ticket.id()).state().assignee());
        }
    }

    @Test
    @Tag("A10")
    void aTicketThatOneNodeClosesIsPassedOverByTheOthers() throws Exception {
        TicketData ticket = keep(STORAGES.get(0));
        TicketData due = TicketBuilder.after(ticket).autoCloseAt(minutes(1)).build();
        STORAGES.get(0).<Boolean>write(unit -> unit.tickets().update(due));
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> first = other.submit(() -> STORAGES.get(1).<Integer>write(unit -> {
                int found =
                        unit.tickets().lockDue(Timer.AUTO_CLOSE, minutes(2), 5).size();
                locked.countDown();
                await(looked);
                return found;
            }));
            await(locked);
            int second = STORAGES.get(2)
                    .write(unit -> unit.tickets()
                            .lockDue(Timer.AUTO_CLOSE, minutes(2), 5)
                            .size());
            looked.countDown();

            assertThat(second).isZero();
            assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    @Tag("E3")
    void whatOneNodeDecidesTheNextCallOnAnotherSees() {
        STORAGES.get(0).<Boolean>write(unit -> {
            unit.staff().decide(JOHN, Permission.DELETE, true);
            return true;
        });

        assertThat(STORAGES.get(2)
                        .<Integer>read(unit -> unit.staff().find(JOHN).decided().size()))
                .isEqualTo(1);
    }

    private static TicketData keep(Storage storage) {
        return storage.write(unit -> {
            QueueId queue = unit.queues().create(QueueSettings.named("Support"), false);
            TicketData ticket = new TicketBuilder(unit.tickets().nextId(), queue).build();
            unit.tickets().insert(ticket);
            return ticket;
        });
    }

    private static TicketData find(Storage storage, TicketId id) {
        return storage.read(unit -> unit.tickets().find(id)).orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
