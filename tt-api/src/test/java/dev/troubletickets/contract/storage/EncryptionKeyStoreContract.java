// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.storage.EncryptionKeyStore.KeyData;
import dev.troubletickets.view.EncryptionKey.State;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk's own keys (F2): one of each fingerprint, the newest first. */
public interface EncryptionKeyStoreContract extends StorageUnderTest {
    private static KeyData key(String fingerprint, int added, State state, byte... sealed) {
        PublicKey of = new PublicKey(
                "armor\n" + "a".repeat(100_000), fingerprint, UNICODE, "RSA 3072", minutes(1), Optional.of(minutes(9)));
        return new KeyData(of, minutes(added), state, sealed, new byte[] {0, -1, 13});
    }

    @Test
    @Tag("F2")
    default void keysAreKeptByFingerprintAndListedNewestFirst() {
        KeyData old = key("AA", 1, State.CURRENT, new byte[20_000]);
        KeyData young = key("BB", 2, State.CURRENT, (byte) 7);
        PublicKey eternal = new PublicKey("armor", "CC", "", "Ed25519", minutes(0), Optional.empty());
        KeyData retired = new KeyData(eternal, minutes(3), State.RETIRED, null, null);
        assertThat(read().encryptionKeys().all()).isEmpty();

        write().encryptionKeys().save(old);
        write().encryptionKeys().save(young);
        write().encryptionKeys().save(retired);

        assertThat(read().encryptionKeys().all()).containsExactly(retired, young, old);
    }

    @Test
    @Tag("F2")
    default void aKeyIsReplacedWithAllOfIt() {
        write().encryptionKeys().save(key("AA", 1, State.CURRENT, (byte) 1));
        KeyData changed = key("AA", 4, State.FORMER, (byte) 2);
        write().encryptionKeys().save(changed);
        assertThat(read().encryptionKeys().all()).containsExactly(changed);

        KeyData retired = new KeyData(changed.publicKey(), changed.addedAt(), State.RETIRED, null, null);
        write().encryptionKeys().save(retired);
        assertThat(read().encryptionKeys().all()).containsExactly(retired);
    }
}
