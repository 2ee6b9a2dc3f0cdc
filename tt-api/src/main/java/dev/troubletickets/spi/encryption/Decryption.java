// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

import java.util.List;

/** Reads armored OpenPGP messages (RFC 9580 section 6) that customers put between their words; safe for concurrent use. */
public interface Decryption {
    /**
     * Decrypts one armored block. Text whose integrity is not proven is never returned.
     *
     * @param signers armored public keys of those whose signature is to be proven; one that cannot be read proves nothing
     * @throws CannotDecrypt with the reason, for every input that cannot be read
     */
    Decrypted decrypt(String armored, List<String> signers);

    /** The same where it does not matter who has signed it. */
    default DecryptedText decrypt(String armored) {
        return decrypt(armored, List.of()).text();
    }

    /**
     * Decrypts a file. Bytes whose integrity is not proven are never returned.
     *
     * @param encrypted an OpenPGP message, in armor or not
     * @param largest how many bytes it may have once it is unpacked
     * @param signers as in {@link #decrypt(String, List)}
     * @return to be closed by the caller
     * @throws CannotDecrypt with the reason, for every input that cannot be read
     */
    DecryptedFile decryptFile(byte[] encrypted, int largest, List<String> signers);

    /** The armored public key that customers encrypt to. */
    String publicKey();
}
