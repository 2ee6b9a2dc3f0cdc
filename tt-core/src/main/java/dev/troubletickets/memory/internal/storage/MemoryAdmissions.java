// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.AdmissionStore;
import java.time.Instant;
import java.util.Comparator;

/** Who has written how often. For use inside a unit of work alone. */
final class MemoryAdmissions implements AdmissionStore {
    static final Comparator<Key> ORDER = Comparator.comparing(Key::writer).thenComparingLong(Key::id);

    /** One message that was admitted. */
    record Key(String writer, long id) {}

    private final Tables tables;

    MemoryAdmissions(Tables tables) {
        this.tables = tables;
    }

    @Override
    public boolean admit(String writer, int most, Instant at, Instant since) {
        tables.admissions.removeIf((key, when) -> key.writer().equals(writer) && when.isBefore(since));
        int used = tables.admissions
                .between(new Key(writer, 0), new Key(writer, Long.MAX_VALUE))
                .size();
        if (used >= most) {
            return false;
        }
        tables.admissions.put(new Key(writer, tables.nextId()), at);
        return true;
    }
}
