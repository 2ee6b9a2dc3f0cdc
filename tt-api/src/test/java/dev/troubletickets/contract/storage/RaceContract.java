// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.Race.retrying;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.bytes;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many units of work that want the same thing at once: one gets it, the others hear of it. */
public interface RaceContract extends StorageUnderTest {
    int THREADS = 4;
    int ROUNDS = 5;

    @Test
    @Tag("B3")
    default void ofManyUpdatesOfOneVersionExactlyOneWins() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            TicketData before = keep(ticket());
            List<Optional<String>> winners = Race.of(THREADS, number -> {
                TicketData mine =
                        TicketBuilder.after(before).subject("By " + number).build();
                return unlessConflict(unit -> unit.tickets().update(mine))
                        .filter(updated -> updated)
                        .map(updated -> "By " + number);
            });

            assertThat(winners.stream().flatMap(Optional::stream))
                    .containsExactly(kept(before.id()).header().subject().value());
            assertThat(kept(before.id()).version()).isEqualTo(2);
        }
    }

    @Test
    default void noUpdateIsLost() throws Exception {
        TicketId id = keptTicket();
        int updates = 10;
        Race.of(THREADS, number -> {
            for (int done = 0; done < updates; ) {
                done += retrying(storage(), unit -> countedUp(unit, id)) ? 1 : 0;
            }
            return number;
        });

        assertThat(kept(id).version()).isEqualTo(1 + THREADS * updates);
        assertThat(kept(id).state().notes()).isEqualTo(THREADS * updates);
    }

    @Test
    @Tag("A6")
    default void theHighestOfManyReadMarksStays() throws Exception {
        TicketId id = keep(ticket().messages(100, 100, 0)).id();
        Race.of(THREADS, number -> {
            for (int read = 1 + number; read <= 100; read += THREADS) {
                int mark = read;
                retrying(storage(), done(unit -> unit.tickets().markReadByCustomer(id, mark)));
            }
            return number;
        });

        assertThat(kept(id).state().customerRead()).isEqualTo(100);
        assertThat(kept(id).version()).isEqualTo(1);
    }

    @Test
    default void aNumberIsGivenToOneAlone() throws Exception {
        List<List<TicketId>> given = Race.of(
                THREADS,
                number -> write(unit ->
                        Stream.generate(unit.tickets()::nextId).limit(50).toList()));

        assertThat(given.stream().flatMap(List::stream)).hasSize(THREADS * 50).doesNotHaveDuplicates();
    }

    @Test
    default void ofManySavesOfOneVersionOfADocumentExactlyOneWins() throws Exception {
        for (int version = 1; version <= ROUNDS; version++) {
            long next = version;
            List<Optional<String>> winners = Race.of(
                    THREADS,
                    number -> unlessConflict(unit -> {
                        String text = next + " by " + number;
                        unit.documents().save(new Document("settings", next, text));
                        return text;
                    }));

            Document kept = read().documents().find("settings").orElseThrow();
            assertThat(winners.stream().flatMap(Optional::stream)).containsExactly(kept.text());
            assertThat(kept.version()).isEqualTo(next);
        }
    }

    @Test
    @Tag("B1")
    default void whoLocksTheQueuesIsAloneWithThem() throws Exception {
        Race.of(THREADS, number -> {
            for (int i = 0; i < ROUNDS; i++) {
                retrying(storage(), done(unit -> {
                    List<Queue> queues = unit.queues().lockAll();
                    unit.queues().create(QueueSettings.named("Queue " + queues.size()), queues.isEmpty());
                }));
            }
            return number;
        });

        List<Queue> queues = read().queues().all();
        assertThat(queues).hasSize(THREADS * ROUNDS);
        assertThat(queues).extracting(Queue::name).doesNotHaveDuplicates();
        assertThat(queues).filteredOn(Queue::isDefault).hasSize(1);
    }

    @Test
    @Tag("B1")
    default void noTicketIsLeftInAQueueThatIsDeletedMeanwhile() throws Exception {
        for (int round = 0; round < 2 * ROUNDS; round++) {
            QueueId queue = queue("Queue " + round);
            TicketData ticket = ticket().queue(queue).build();
            Race.of(
                    2,
                    number -> unlessConflict(done(unit -> {
                        if (number == 0) {
                            unit.queues().delete(queue);
                        } else {
                            unit.tickets().insert(ticket);
                        }
                    })));

            boolean there =
                    read().queues().all().stream().anyMatch(kept -> kept.id().equals(queue));
            assertThat(read().tickets().find(ticket.id()).isPresent()).isEqualTo(there);
        }
    }

    @Test
    @Tag("D1")
    default void aMailboxIsPolledByOneAlone() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String mailbox = "mailbox " + round;
            List<Optional<OptionalLong>> leases = Race.of(
                    THREADS, number -> unlessConflict(unit -> unit.mailboxes().lease(mailbox, START, minutes(5))));

            assertThat(leases.stream().flatMap(Optional::stream).filter(OptionalLong::isPresent))
                    .hasSize(1);
        }
    }

    @Test
    @Tag("D1")
    default void aMailFetchedByManyIsKeptOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String uid = "uid " + round;
            List<OptionalLong> stored = Race.of(
                    THREADS,
                    number -> retrying(
                            storage(), unit -> unit.intake().store("support", uid, "sha", bytes("raw"), START)));

            assertThat(stored).filteredOn(OptionalLong::isPresent).hasSize(1);
        }
        assertThat(read().intake().waiting()).isEqualTo(ROUNDS);
    }

    @Test
    @Tag("D3")
    default void aMessageIdStaysWithOneTicket() throws Exception {
        List<TicketId> tickets = List.of(keptTicket(), keptTicket(), keptTicket(), keptTicket());
        List<TicketId> seen = Race.of(
                THREADS,
                number -> retrying(storage(), unit -> {
                    unit.threads().remember("<a@x>", tickets.get(number));
                    return unit.threads().find(List.of("<a@x>")).get("<a@x>");
                }));

        TicketId kept = read().threads().find(List.of("<a@x>")).get("<a@x>");
        assertThat(seen).containsOnly(kept);
    }

    @Test
    default void whatIsNotCommittedIsSeenByNobody() throws Exception {
        AtomicInteger writers = new AtomicInteger(1);
        TicketData ticket = ticket().build();
        Race.of(2, number -> {
            if (number == 0) {
                for (int i = 0; i < 50; i++) {
                    failing(unit -> unit.tickets().insert(ticket));
                }
                return writers.decrementAndGet();
            }
            do {
                assertThat(read().tickets().find(ticket.id())).isEmpty();
            } while (writers.get() > 0);
            return 0;
        });
    }

    private static boolean countedUp(UnitOfWork unit, TicketId id) {
        TicketData now = unit.tickets().find(id).orElseThrow();
        return unit.tickets()
                .update(TicketBuilder.after(now).notes(now.state().notes() + 1).build());
    }

    private void failing(Consumer<UnitOfWork> work) {
        IllegalStateException onPurpose = new IllegalStateException();
        try {
            run(unit -> {
                work.accept(unit);
                throw onPurpose;
            });
        } catch (IllegalStateException e) {
            assertThat(e).isSameAs(onPurpose);
        }
    }

    private <T> Optional<T> unlessConflict(Storage.Work<T> work) {
        try {
            return Optional.of(write(work));
        } catch (WriteConflict lost) {
            return Optional.empty();
        }
    }

    private static Storage.Work<Boolean> done(Consumer<UnitOfWork> work) {
        return unit -> {
            work.accept(unit);
            return true;
        };
    }
}
