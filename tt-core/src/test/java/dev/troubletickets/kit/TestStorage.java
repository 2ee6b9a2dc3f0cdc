// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.spi.storage.Storage;
import java.util.List;

/**
 * Where the behaviour tests keep their tickets. A module that scans these tests names its own in
 * {@code META-INF/services/dev.troubletickets.kit.TestStorage}; memory, if none does.
 */
public interface TestStorage {
    /** An empty storage. */
    Storage fresh();

    /** Every text and every byte that it keeps, by UTF-8, in any table. */
    List<String> words();
}
