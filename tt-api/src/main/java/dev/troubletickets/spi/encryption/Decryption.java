// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

/** Reads armored OpenPGP messages (RFC 9580 section 6) that customers put between their words; safe for concurrent use. */
public interface Decryption {
    /**
     * Decrypts one armored block. Text whose integrity is not proven is never returned.
     *
     * @throws CannotDecrypt with the reason, for every input that cannot be read
     */
    DecryptedText decrypt(String armored);

    /** The armored public key that customers encrypt to. */
    String publicKey();
}
