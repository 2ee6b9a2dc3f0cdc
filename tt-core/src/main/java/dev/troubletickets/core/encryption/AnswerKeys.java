// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.encryption;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.encryption.Encryption;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.encryption.UnusableKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the keys that an answer is encrypted to (F2), as they are at that moment; where one is missing, nothing is encrypted or sent. */
public final class AnswerKeys {
    private final DeskKeys desk;

    public AnswerKeys(DeskKeys desk) {
        this.desk = desk;
    }

    /**
     * For an answer in a ticket of the account.
     *
     * @param cc who gets a copy; those of them who have a key can read it
     * @throws NotPermitted if there is no key of the desk's or the customer's, or one of them is of no use now
     */
    public Encryptor of(Scope scope, @Nullable AccountId account, Collection<EmailAddress> cc) {
        Encryption encryption = desk.wired().orElseThrow(() -> new NotPermitted(Refusal.NO_ENCRYPTION));
        String own = desk.toEncryptTo(scope.stores()).orElseThrow(() -> new NotPermitted(Refusal.NO_ENCRYPTION));
        require(scope, encryption, own, Refusal.NO_ENCRYPTION);
        PublicKey customers = Optional.ofNullable(account)
                .flatMap(id -> CustomerKeys.of(scope, id))
                .orElseThrow(() -> new NotPermitted(Refusal.NO_CUSTOMER_KEY));
        require(scope, encryption, customers.armored(), Refusal.CUSTOMER_KEY_UNUSABLE);
        Map<EmailAddress, PublicKey> copies = new LinkedHashMap<>();
        cc.forEach(address -> ofOwner(scope, encryption, address).ifPresent(key -> copies.put(address, key)));
        return new Encryptor(
                encryption, scope.now(), new Encryptor.Keys(own, customers, copies, desk.author(scope.stores())));
    }

    private static Optional<PublicKey> ofOwner(Scope scope, Encryption encryption, EmailAddress address) {
        return scope.people()
                .onlyAccountOf(address)
                .map(Account::id)
                .flatMap(id -> CustomerKeys.of(scope, id))
                .filter(key -> isUsable(scope, encryption, key.armored()));
    }

    private static void require(Scope scope, Encryption encryption, String armored, Refusal otherwise) {
        if (!isUsable(scope, encryption, armored)) {
            throw new NotPermitted(otherwise);
        }
    }

    private static boolean isUsable(Scope scope, Encryption encryption, String armored) {
        try {
            encryption.examine(armored, scope.now());
            return true;
        } catch (UnusableKey e) {
            return false;
        }
    }

    /** Reads what was {@linkplain Encryptor#held held}. */
    public HeldAnswer held(Scope scope) {
        return new HeldAnswer(
                desk.open(desk.toReadWith(scope.stores())), scope.settings().limits());
    }
}
