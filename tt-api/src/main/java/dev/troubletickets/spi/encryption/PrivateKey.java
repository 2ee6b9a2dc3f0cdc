// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

import dev.troubletickets.people.Secret;

/**
 * A private key and what unlocks it; neither is ever printed.
 *
 * @param armored the armored private key (RFC 9580 section 10.2)
 * @param passphrase in UTF-8; empty for a key that is not locked
 */
public record PrivateKey(Secret armored, Secret passphrase) {}
