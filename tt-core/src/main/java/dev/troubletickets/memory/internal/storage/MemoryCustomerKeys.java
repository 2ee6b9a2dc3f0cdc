// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.CustomerKeyStore;
import java.util.Optional;

/** Customers' public keys. For use inside a unit of work alone. */
final class MemoryCustomerKeys implements CustomerKeyStore {
    private final Tables tables;

    MemoryCustomerKeys(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<CustomerKey> find(AccountId account) {
        return tables.customerKeys.find(account.value());
    }

    @Override
    public void save(CustomerKey key) {
        tables.customerKeys.put(key.account().value(), key);
    }

    @Override
    public void remove(AccountId account) {
        tables.customerKeys.remove(account.value());
    }
}
