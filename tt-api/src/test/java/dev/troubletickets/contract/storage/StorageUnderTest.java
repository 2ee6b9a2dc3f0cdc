// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.FileData.Scan;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.function.Consumer;

/** What all contracts of this package have in common: the storage, and short ways to run units of work on it. */
public interface StorageUnderTest {
    /** The same storage throughout a test, empty at the start of each. */
    Storage storage();

    /** Runs the work in a unit that writes, with a result. */
    default <T> T write(Storage.Work<T> work) {
        return storage().write(work);
    }

    /** Runs the work in a unit that writes. */
    default void run(Consumer<UnitOfWork> work) {
        storage().<Boolean>write(unit -> {
            work.accept(unit);
            return true;
        });
    }

    default <T> T read(Storage.Work<T> work) {
        return storage().read(work);
    }

    /** The default queue; created if there is none. */
    default QueueId someQueue() {
        return write(unit -> unit.queues().all().stream()
                .filter(Queue::isDefault)
                .map(Queue::id)
                .findFirst()
                .orElseGet(() -> unit.queues().create(QueueSettings.named("Support"), true)));
    }

    default QueueId queue(String name) {
        return write().queues().create(QueueSettings.named(name), false);
    }

    /** A new ticket in {@link #someQueue}, not yet kept. */
    default TicketBuilder ticket() {
        return new TicketBuilder(write().tickets().nextId(), someQueue());
    }

    default TicketData keep(TicketBuilder ticket) {
        TicketData data = ticket.build();
        write().tickets().insert(data);
        return data;
    }

    default TicketId keptTicket() {
        return keep(ticket()).id();
    }

    /** Stores that write, each call a unit of its own. */
    default UnitOfWork write() {
        return UnitsOfOneCall.through(storage()::write);
    }

    /** Stores that read, each call a unit of its own. */
    default UnitOfWork read() {
        return UnitsOfOneCall.through(storage()::read);
    }

    /** A file of so many bytes that are all there; nothing refers to it. */
    default BlobKey keptFile(long size) {
        BlobKey key =
                BlobKey.of(StorageFixtures.SHA256, write().tickets().nextId().value());
        run(unit -> {
            unit.files().add(StorageFixtures.coming(key, size));
            assertThat(unit.files().there(key, Scan.CLEAN, StorageFixtures.START))
                    .isTrue();
        });
        return key;
    }

    /** The ticket as it is kept now. */
    default TicketData kept(TicketId id) {
        return read().tickets().find(id).orElseThrow();
    }
}
