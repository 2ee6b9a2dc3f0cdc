// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.spi.storage.Storage;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Where the behaviour tests keep their tickets. A module that scans these tests names its own in
 * {@code META-INF/services/dev.troubletickets.kit.TestStorage}; memory, if none does.
 */
public interface TestStorage {
    /** An empty one, on whatever the behaviour tests are run. */
    static Storage empty() {
        return ServiceLoader.load(TestStorage.class)
                .findFirst()
                .map(TestStorage::fresh)
                .orElseGet(InMemoryStorage::create);
    }

    /** An empty storage. */
    Storage fresh();

    /** Every text and every byte that it keeps, by UTF-8, in any table. */
    List<String> words();
}
