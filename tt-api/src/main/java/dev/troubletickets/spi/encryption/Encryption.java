// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

import dev.troubletickets.people.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** OpenPGP for keys that the desk keeps itself; safe for concurrent use. It keeps nothing. */
public interface Encryption {
    /**
     * Makes a key that never expires, and locks it. May take seconds.
     *
     * @param userId a name and an address in angle brackets
     */
    PrivateKey generate(KeyKind kind, String userId, Secret passphrase, Instant now);

    /**
     * Looks at a private key, and whether it can be unlocked; its age does not matter.
     *
     * @return its public part
     * @throws UnusableKey with the reason
     */
    PublicKey examine(PrivateKey key);

    /**
     * Looks at a public key, and whether one can encrypt to it now.
     *
     * @throws UnusableKey with the reason
     */
    PublicKey examine(String armored, Instant now);

    /**
     * Opens keys to read with, which may take a good part of a second for each.
     *
     * @param keys the first is the one that customers are given
     * @throws UnusableKey with the reason, if one of them cannot be opened
     */
    Decryption open(List<PrivateKey> keys);

    /**
     * Encrypts bytes with integrity protection, in armor.
     *
     * @param recipients armored public keys
     * @param author signs it
     * @throws UnusableKey if one of the keys is of no use now
     */
    String encrypt(byte[] content, List<String> recipients, Optional<PrivateKey> author, Instant now);

    /** The same of a text, in UTF-8. */
    default String encrypt(String text, List<String> recipients, Optional<PrivateKey> author, Instant now) {
        return encrypt(text.getBytes(StandardCharsets.UTF_8), recipients, author, now);
    }
}
