// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.encryption;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.encryption.Encryption;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.encryption.UnusableKey;
import dev.troubletickets.spi.storage.CustomerKeyStore.CustomerKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public keys of customers (F2). Who may change them is asked before; each change is in the audit. */
public final class CustomerKeys {
    private CustomerKeys() {}

    public static Optional<PublicKey> of(Scope scope, AccountId account) {
        return scope.stores().customerKeys().find(account).map(CustomerKey::publicKey);
    }

    /** In armor, of whoever may have signed what stands in a ticket of the account. */
    public static List<String> signers(Scope scope, @Nullable AccountId account) {
        return account == null
                ? List.of()
                : of(scope, account).map(PublicKey::armored).stream().toList();
    }

    /** @param key as {@link #examined} */
    public static PublicKey save(Scope scope, AccountId account, PublicKey key, Actor actor) {
        scope.stores().customerKeys().save(new CustomerKey(account, key, scope.now()));
        scope.audit(actor, "saved the public key " + key.fingerprint() + " of " + account);
        return key;
    }

    /** @throws Invalid if it is of no use now */
    public static PublicKey examined(Scope scope, Encryption encryption, String armored) {
        try {
            return encryption.examine(armored, scope.now());
        } catch (UnusableKey e) {
            throw new Invalid("key", e.reason().text());
        }
    }

    public static void remove(Scope scope, AccountId account, Actor actor) {
        of(scope, account).ifPresent(key -> {
            scope.stores().customerKeys().remove(account);
            scope.audit(actor, "removed the public key " + key.fingerprint() + " of " + account);
        });
    }
}
