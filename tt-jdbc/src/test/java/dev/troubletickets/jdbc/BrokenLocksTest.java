// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.contract.storage.Race;
import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Units of work that wait for each other, or for too long, are told to begin again. PostgreSQL looks for the former after a second. */
@Tag(TestServer.ANY)
class BrokenLocksTest {
    private static final HikariDataSource POOL = TestServer.ofRun()
            .poolThatFirst(TestServer.isMariaDb() ? "set innodb_lock_wait_timeout = 3" : "set lock_timeout = '3s'");
    private static final Storage STORAGE =
            JpaStorage.on(POOL, JpaOptions.defaults().withTablePrefix("locks_"));

    @AfterAll
    static void close() {
        STORAGE.close();
        POOL.close();
    }

    @Test
    void oneOfTwoThatWaitForEachOtherIsAConflict() throws Exception {
        List<TicketData> tickets = List.of(keep(), keep());
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);

        List<Boolean> written = Race.of(2, number -> {
            try {
                return STORAGE.<Boolean>write(unit -> {
                    unit.tickets()
                            .update(TicketBuilder.after(tickets.get(number)).build());
                    await(bothHoldOne);
                    return unit.tickets()
                            .update(TicketBuilder.after(tickets.get(1 - number)).build());
                });
            } catch (WriteConflict e) {
                return false;
            }
        });

        assertThat(written).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aLockThatIsNotToBeHadIsAConflict() {
        TicketData ticket = keep();
        TicketData mine = TicketBuilder.after(ticket).build();

        STORAGE.<Boolean>write(unit -> {
            unit.tickets().update(mine);
            assertThatThrownBy(() ->
                            STORAGE.<Boolean>write(other -> other.tickets().update(mine)))
                    .isInstanceOf(WriteConflict.class);
            return true;
        });
        assertThat(STORAGE.<Optional<TicketData>>read(unit -> unit.tickets().find(ticket.id())))
                .contains(mine);
    }

    private static TicketData keep() {
        return STORAGE.write(unit -> {
            QueueId queue = unit.queues().create(QueueSettings.named("Support"), false);
            TicketData ticket = new TicketBuilder(unit.tickets().nextId(), queue)
                    .created(START)
                    .build();
            unit.tickets().insert(ticket);
            return ticket;
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
