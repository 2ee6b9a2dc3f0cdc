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
import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.Timer;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Storages of several nodes on one server, each with connections of its own. */
@Tag(TestServer.ANY)
class SeveralNodesTest {
    private static final int NODES = 3;
    private static final List<HikariDataSource> POOLS = IntStream.range(0, NODES)
            .mapToObj(node -> TestServer.ofRun().pool())
            .toList();
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

        assertThat(atOnce(unit ->
                        unit.tickets().lockDue(Timer.AUTO_CLOSE, minutes(2), 5).size()))
                .containsExactly(1, 0);
    }

    @Test
    @Tag("D1")
    void aMailThatOneNodeProcessesIsPassedOverByTheOthers() throws Exception {
        List<Long> mails = Stream.of("1", "2")
                .map(uid -> STORAGES.get(0)
                        .write(unit -> unit.intake()
                                .store("support", uid, "sha", new byte[] {1}, minutes(1))
                                .orElseThrow()))
                .toList();

        assertThat(atOnce(
                        unit -> unit.intake().lockNext(minutes(2)).orElseThrow().id()))
                .isEqualTo(mails);
    }

    @Test
    @Tag("D1")
    void aMailThatOneNodeIsAtPrecedesTheNextOnTheOthers() throws Exception {
        for (String uid : List.of("before", "after")) {
            STORAGES.get(0)
                    .<Boolean>write(unit -> unit.intake()
                            .store("abuse", uid, "sha", new byte[] {1}, minutes(1))
                            .isPresent());
        }
        Storage.Work<Boolean> work = unit -> {
            long mail = unit.intake().lockNext(minutes(2)).orElseThrow().id();
            boolean preceded = unit.intake().isPreceded(mail, minutes(2));
            unit.intake().finish(mail, Ending.of(MailOutcome.AUTOMATIC, null, ""));
            return preceded;
        };

        assertThat(atOnce(work)).containsExactly(false, true);
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

    /** What one node gets, and another while the first has not ended. */
    private static <T> List<T> atOnce(Storage.Work<T> work) throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<T> first = other.submit(() -> STORAGES.get(1).<T>write(unit -> {
                T got = work.in(unit);
                locked.countDown();
                await(looked);
                return got;
            }));
            await(locked);
            T second = STORAGES.get(2).write(work);
            looked.countDown();
            return List.of(first.get(30, TimeUnit.SECONDS), second);
        } finally {
            other.shutdownNow();
        }
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
