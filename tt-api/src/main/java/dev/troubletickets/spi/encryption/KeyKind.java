// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

/** What keys can be generated: two that GnuPG 2.2 reads and encrypts to, as all newer programs do. */
public enum KeyKind {
    /** For programs of whatever age; slow to make. */
    RSA_3072,
    /** EdDSA and ECDH over Curve25519, in keys of version 4. */
    CURVE_25519
}
