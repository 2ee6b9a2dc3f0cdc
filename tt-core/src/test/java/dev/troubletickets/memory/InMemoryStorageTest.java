// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.contract.storage.StorageContract;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.UnitOfWork;
import org.junit.jupiter.api.Test;

class InMemoryStorageTest implements StorageContract {
    private final InMemoryStorage storage = InMemoryStorage.create();

    @Override
    public Storage storage() {
        return storage;
    }

    @Test
    void aUnitInsideAnotherIsRefused() {
        assertThatThrownBy(() -> run(unit -> someQueue())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> read(unit -> read(UnitOfWork::queues))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aUnitIsRefusedAfterItsEnd() {
        UnitOfWork ended = write(unit -> unit);

        assertThatThrownBy(() -> ended.queues().all()).isInstanceOf(IllegalStateException.class);
    }
}
