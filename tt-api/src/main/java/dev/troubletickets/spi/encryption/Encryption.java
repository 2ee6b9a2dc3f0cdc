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
     * Proves a signature that stands beside what it is over.
     *
     * @param signed the bytes as they were signed
     * @param signature in armor
     * @param signers armored public keys of those whose signature is to be proven; one that cannot be read proves nothing
     * @return bad for what is no signature
     */
    SignatureCheck verify(byte[] signed, String signature, List<String> signers);

    /**
     * The same of a text with its signature below it (RFC 9580 section 7).
     *
     * @param text without what escaped its dashes; what ends its lines, and blanks before that, do not matter
     */
    SignatureCheck verify(String text, String signature, List<String> signers);

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
