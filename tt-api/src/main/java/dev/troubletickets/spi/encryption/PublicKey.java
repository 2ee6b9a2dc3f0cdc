// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

import java.time.Instant;
import java.util.Optional;

/**
 * A public key, as people hand it on.
 *
 * @param armored in ASCII armor, to be downloaded as it is
 * @param fingerprint in upper-case hexadecimal digits: what two people compare
 * @param userId a name and an address, as whoever made the key chose; nobody has proven them
 * @param algorithm for people, such as {@code RSA 3072}
 * @param expiresAt empty for one that never does
 */
public record PublicKey(
        String armored,
        String fingerprint,
        String userId,
        String algorithm,
        Instant createdAt,
        Optional<Instant> expiresAt) {}
