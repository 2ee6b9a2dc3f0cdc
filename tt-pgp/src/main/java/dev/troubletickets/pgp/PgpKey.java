// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.people.Secret;
import java.util.List;

/**
 * A private key and what unlocks it; neither is ever printed.
 *
 * @param armored the armored private key (RFC 9580 section 10.2), as {@code gpg --armor --export-secret-keys} writes it
 * @param passphrase in UTF-8; empty for a key that is not locked
 */
public record PgpKey(Secret armored, Secret passphrase) {
    public static PgpKey of(String armored, Secret passphrase) {
        return new PgpKey(Secret.of(armored), passphrase);
    }

    /**
     * The private keys of a file, armored or not; what else is in it is passed over.
     *
     * @param passphrase of all of them
     * @throws dev.troubletickets.spi.encryption.UnusableKey if there is none
     */
    public static List<PgpKey> all(byte[] file, Secret passphrase) {
        return KeyFile.read(file).stream()
                .map(armored -> new PgpKey(Secret.of(armored), passphrase))
                .toList();
    }

    /** A key that is not locked. */
    public static PgpKey unlocked(String armored) {
        return new PgpKey(Secret.of(armored), Secret.of(""));
    }
}
