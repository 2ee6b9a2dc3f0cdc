// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static dev.troubletickets.contract.storage.StorageFixtures.publicMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.people.Actor;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.AuditStore.Line;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What hardrs may send, and what databases have their own minds about. */
@Tag(TestServer.ANY)
class HardCasesTest {
    private static final HikariDataSource SERVER = TestServer.ofRun().pool();
    private static final JdbcConnectionPool H2 =
            JdbcConnectionPool.create("jdbc:h2:mem:hard;DB_CLOSE_DELAY=-1", "sa", "");

    static Stream<Storage> storages() {
        JpaOptions options = JpaOptions.defaults().withTablePrefix("hard_");
        return Stream.of(SERVER, H2).map(database -> JpaStorage.on((DataSource) database, options));
    }

    @AfterAll
    static void close() {
        SERVER.close();
        H2.dispose();
    }

    @ParameterizedTest
    @MethodSource("storages")
    void aMessageIdMayBeOfAnyLengthAndOfAnyCharacters(Storage storage) {
        TicketData ticket = storage.write(unit -> new TicketBuilder(
                        unit.tickets().nextId(), unit.queues().create(QueueSettings.named("Support"), false))
                .build());
        for (String id : List.of("<" + "x".repeat(100_000) + "@x>", "<a\0b@x>", "<\uD83D@x>")) {
            boolean found = storage.write(unit -> {
                unit.tickets().delete(ticket.id());
                unit.tickets().insert(ticket);
                unit.threads().remember(id, ticket.id());
                long mail = unit.intake()
                        .store("support", "1", "sha", new byte[0], Instant.EPOCH)
                        .orElse(1);
                unit.intake().claimIdentity(id, mail);
                assertThat(unit.outbox().findByMessageId(id)).isEmpty();
                return unit.threads().find(List.of(id)).containsKey(id);
            });
            assertThat(found).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("storages")
    void aTextThatCannotBeKeptIsRefusedAlikeOnAllDatabases(Storage storage) {
        assertThatThrownBy(() -> storage.<Boolean>write(unit -> {
                    unit.audit().add(new Line(Instant.EPOCH, Actor.system(), "a\0b"));
                    return true;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(storage.<List<Line>>read(unit -> unit.audit().latest(1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("storages")
    void afterAFailureTheUnitIsLostEvenIfTheWorkGoesOn(Storage storage) {
        assertThatThrownBy(() -> storage.<Boolean>write(unit -> {
                    TicketData ticket = new TicketBuilder(
                                    unit.tickets().nextId(), unit.queues().create(QueueSettings.named("Lost"), false))
                            .build();
                    unit.tickets().insert(ticket);
                    unit.conversations().add(publicMessage(ticket.id(), 1, 1));
                    unit.conversations().add(publicMessage(ticket.id(), 1, 1));
                    assertThatThrownBy(() -> unit.tickets().find(ticket.id())).isNotNull();
                    return true;
                }))
                .isInstanceOf(WriteConflict.class);
        assertThat(storage.<List<?>>read(unit -> unit.queues().all()))
                .noneMatch(queue -> queue.toString().contains("Lost"));
    }

    @ParameterizedTest
    @MethodSource("storages")
    void anInsertThatGivesWayToAnEarlierOneHidesNoOtherFailure(Storage storage) {
        TicketId nobodys = TicketId.of(Long.MAX_VALUE);

        assertThatThrownBy(() -> storage.<Boolean>write(unit -> {
                    unit.threads().remember("<a@x>", nobodys);
                    return true;
                }))
                .isInstanceOf(WriteConflict.class);
    }
}
