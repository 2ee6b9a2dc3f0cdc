// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.view.EncryptionKey.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The desk's own keys (F2), by fingerprint. What is private of them comes sealed, and is never looked at here. */
public interface EncryptionKeyStore {
    /** The newest first, by when they were added. */
    List<KeyData> all();

    /** Keeps a new key, or replaces the one of this fingerprint. */
    void save(KeyData key);

    /**
     * @param sealedKey absent once the key is retired
     * @param sealedPassphrase absent once the key is retired
     */
    record KeyData(
            PublicKey publicKey,
            Instant addedAt,
            State state,
            byte @Nullable [] sealedKey,
            byte @Nullable [] sealedPassphrase) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof KeyData key
                    && publicKey.equals(key.publicKey)
                    && addedAt.equals(key.addedAt)
                    && state == key.state
                    && Arrays.equals(sealedKey, key.sealedKey)
                    && Arrays.equals(sealedPassphrase, key.sealedPassphrase);
        }

        @Override
        public int hashCode() {
            return publicKey.fingerprint().hashCode();
        }

        @Override
        public String toString() {
            return publicKey.fingerprint() + " " + state;
        }
    }
}
