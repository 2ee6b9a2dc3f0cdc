// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.admin;

import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.storage.CustomerKeyStore;
import java.util.Optional;

public final class SqlCustomerKeyStore implements CustomerKeyStore {
    private final Session session;

    public SqlCustomerKeyStore(Session session) {
        this.session = session;
    }

    @Override
    public Optional<CustomerKey> find(AccountId account) {
        return session.first(
                "select armored, fingerprint, user_id, algorithm, created_at, expires_at, added_at from {customer_key}"
                        + " where account = ?",
                row -> new CustomerKey(
                        account,
                        new PublicKey(
                                row.text(),
                                row.text(),
                                row.text(),
                                row.text(),
                                row.instant(),
                                Optional.ofNullable(row.instantOrNull())),
                        row.instant()),
                account.value());
    }

    @Override
    public void save(CustomerKey key) {
        PublicKey of = key.publicKey();
        boolean added = session.insertIfAbsent(
                "insert into {customer_key} (account, armored, fingerprint, user_id, algorithm, created_at, expires_at,"
                        + " added_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                key.account().value(),
                of.armored(),
                of.fingerprint(),
                of.userId(),
                of.algorithm(),
                of.createdAt(),
                of.expiresAt().orElse(null),
                key.addedAt());
        if (!added) {
            session.change(
                    "update {customer_key} set armored = ?, fingerprint = ?, user_id = ?, algorithm = ?, created_at ="
                            + " ?, expires_at = ?, added_at = ? where account = ?",
                    of.armored(),
                    of.fingerprint(),
                    of.userId(),
                    of.algorithm(),
                    of.createdAt(),
                    of.expiresAt().orElse(null),
                    key.addedAt(),
                    key.account().value());
        }
    }

    @Override
    public void remove(AccountId account) {
        session.change("delete from {customer_key} where account = ?", account.value());
    }
}
