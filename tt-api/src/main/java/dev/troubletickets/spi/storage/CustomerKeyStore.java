// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.encryption.PublicKey;
import java.time.Instant;
import java.util.Optional;

/** The public keys of customers (F2), one an account. */
public interface CustomerKeyStore {
    Optional<CustomerKey> find(AccountId account);

    /** Keeps the account's first key, or replaces the one it has. */
    void save(CustomerKey key);

    /** Does nothing where there is none. */
    void remove(AccountId account);

    record CustomerKey(AccountId account, PublicKey publicKey, Instant addedAt) {}
}
