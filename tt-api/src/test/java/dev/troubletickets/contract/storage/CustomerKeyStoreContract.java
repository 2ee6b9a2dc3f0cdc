// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.storage.CustomerKeyStore.CustomerKey;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Customers' public keys (F2): one an account. */
public interface CustomerKeyStoreContract extends StorageUnderTest {
    @Test
    @Tag("F2")
    default void anAccountHasOneKeyWhichIsReplacedAndRemoved() {
        AccountId jane = AccountId.of("Jane D");
        PublicKey old = new PublicKey(
                "armor\n" + "a".repeat(100_000), "AA", UNICODE, "RSA 3072", minutes(1), Optional.of(minutes(9)));
        PublicKey young = new PublicKey("armor", "BB", "", "Ed25519", minutes(0), Optional.empty());
        assertThat(read().customerKeys().find(jane)).isEmpty();

        write().customerKeys().save(new CustomerKey(jane, old, minutes(2)));
        assertThat(read().customerKeys().find(jane)).contains(new CustomerKey(jane, old, minutes(2)));
        assertThat(read().customerKeys().find(AccountId.of("jane d"))).isEmpty();
        write().customerKeys().save(new CustomerKey(jane, young, minutes(3)));
        assertThat(read().customerKeys().find(jane)).contains(new CustomerKey(jane, young, minutes(3)));
        write().customerKeys().remove(jane);
        write().customerKeys().remove(jane);
        assertThat(read().customerKeys().find(jane)).isEmpty();
    }
}
