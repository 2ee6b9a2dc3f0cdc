// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.Storage;
import java.nio.file.Path;

/** A process that says what it has committed, until someone kills it. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) {
        Storage storage = JpaStorage.embedded(Path.of(arguments[0]));
        while (true) {
            long id = storage.write(unit ->
                    unit.queues().create(QueueSettings.named("Queue"), false).value());
            System.out.println(id);
        }
    }
}
