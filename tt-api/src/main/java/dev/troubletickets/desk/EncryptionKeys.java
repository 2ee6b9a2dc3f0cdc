// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.KeyKind;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.view.EncryptionKey;
import java.util.List;

/**
 * The keys that customers encrypt to, and the desk reads with (F2): one is current, former ones still open what was written for them. What is
 * private of them is kept sealed by the host's {@link dev.troubletickets.spi.encryption.Sealing}, never in clear. All need {@link
 * dev.troubletickets.rights.Permission#ENCRYPTION_KEYS}; each change is in the audit.
 *
 * <p>They throw {@link dev.troubletickets.failure.Unavailable} where no {@code encryptionKeys} or no {@code sealing} is wired in.
 */
public interface EncryptionKeys {
    /** The newest first. */
    List<EncryptionKey> all();

    /**
     * Makes a new key in the installation's name, which becomes the current one. May take seconds.
     *
     * @param passphrase locks it besides, for whoever copies it
     * @throws dev.troubletickets.failure.Invalid if the passphrase has less than 8 bytes
     */
    EncryptionKey generate(KeyKind kind, Secret passphrase);

    /**
     * Takes a key that was made elsewhere, which becomes the current one.
     *
     * @throws dev.troubletickets.failure.Invalid {@code key} with the reason, such as a passphrase that does not unlock it, or an age at which
     *     nobody encrypts to it any more; and for a key that was retired
     */
    EncryptionKey importKey(PrivateKey key);

    /**
     * Takes a key of former times, of any age, to read with alone.
     *
     * @throws dev.troubletickets.failure.Invalid {@code key} with the reason
     */
    EncryptionKey importFormer(PrivateKey key);

    /**
     * Gives customers this key from now on; the one that was current becomes a former one.
     *
     * @throws dev.troubletickets.failure.NotFound if there is no such key, or it was retired
     * @throws dev.troubletickets.failure.Invalid {@code key} if nobody can encrypt to it now
     */
    void makeCurrent(String fingerprint);

    /**
     * Destroys what is private of a key. What was encrypted to it can be read by nobody any more; where it was the current one, customers are
     * given none.
     *
     * @throws dev.troubletickets.failure.NotFound if there is no such key, or it was retired before
     */
    void retire(String fingerprint);
}
