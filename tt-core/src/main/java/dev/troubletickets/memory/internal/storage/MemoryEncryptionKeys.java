// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.EncryptionKeyStore;
import java.util.Comparator;
import java.util.List;

/** The desk's own keys. For use inside a unit of work alone. */
final class MemoryEncryptionKeys implements EncryptionKeyStore {
    private static final Comparator<KeyData> NEWEST_FIRST = Comparator.comparing(KeyData::addedAt)
            .reversed()
            .thenComparing(key -> key.publicKey().fingerprint());

    private final Tables tables;

    MemoryEncryptionKeys(Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<KeyData> all() {
        return tables.encryptionKeys.rows().stream().sorted(NEWEST_FIRST).toList();
    }

    @Override
    public void save(KeyData key) {
        tables.encryptionKeys.put(key.publicKey().fingerprint(), key);
    }
}
