// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.encryption.DeskKeys;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.desk.EncryptionKeys;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.encryption.Encryption;
import dev.troubletickets.spi.encryption.KeyKind;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.encryption.Sealing;
import dev.troubletickets.spi.encryption.UnusableKey;
import dev.troubletickets.spi.storage.EncryptionKeyStore;
import dev.troubletickets.spi.storage.EncryptionKeyStore.KeyData;
import dev.troubletickets.view.EncryptionKey;
import dev.troubletickets.view.EncryptionKey.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

final class CoreEncryptionKeys extends StaffCalls implements EncryptionKeys {
    private static final int SHORTEST_PASSPHRASE = 8;

    CoreEncryptionKeys(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public List<EncryptionKey> all() {
        return administer(
                Permission.ENCRYPTION_KEYS,
                scope -> scope.stores().encryptionKeys().all().stream()
                        .map(CoreEncryptionKeys::view)
                        .toList());
    }

    @Override
    public EncryptionKey generate(KeyKind kind, Secret passphrase) {
        Settings settings = administer(Permission.ENCRYPTION_KEYS, Scope::settings);
        if (passphrase.length() < SHORTEST_PASSPHRASE) {
            throw new Invalid("passphrase", "must have at least " + SHORTEST_PASSPHRASE + " characters");
        }
        Encryption encryption = desks.keys.encryption();
        desks.keys.sealing();
        String userId = settings.installation() + " <" + settings.supportAddress() + ">";
        Instant now = desks.work.now();
        PrivateKey key = encryption.generate(kind, userId, passphrase, now);
        return add(key, usable(() -> encryption.examine(key)), State.CURRENT);
    }

    @Override
    public EncryptionKey importKey(PrivateKey key) {
        administer(Permission.ENCRYPTION_KEYS, Scope::settings);
        Encryption encryption = desks.keys.encryption();
        PublicKey found = usable(() -> encryption.examine(key));
        usable(() -> encryption.examine(found.armored(), desks.work.now()));
        return add(key, found, State.CURRENT);
    }

    @Override
    public EncryptionKey importFormer(PrivateKey key) {
        administer(Permission.ENCRYPTION_KEYS, Scope::settings);
        Encryption encryption = desks.keys.encryption();
        return add(key, usable(() -> encryption.examine(key)), State.FORMER);
    }

    @Override
    public void makeCurrent(String fingerprint) {
        administer(Permission.ENCRYPTION_KEYS, scope -> {
            KeyData key = find(scope, fingerprint);
            usable(() -> desks.keys.encryption().examine(key.publicKey().armored(), scope.now()));
            noneCurrent(scope);
            save(scope, key, State.CURRENT);
            return audited(scope, "made current the encryption key ", fingerprint);
        });
    }

    @Override
    public void retire(String fingerprint) {
        administer(Permission.ENCRYPTION_KEYS, scope -> {
            KeyData key = find(scope, fingerprint);
            scope.stores()
                    .encryptionKeys()
                    .save(new KeyData(key.publicKey(), key.addedAt(), State.RETIRED, null, null));
            return audited(scope, "retired the encryption key ", fingerprint);
        });
    }

    /** A key that is there already is sealed anew; one that was retired stays so. */
    private EncryptionKey add(PrivateKey key, PublicKey found, State state) {
        String fingerprint = found.fingerprint();
        Sealing sealing = desks.keys.sealing();
        byte[] sealedKey = key.armored().use(bytes -> sealing.seal(bytes, DeskKeys.keyPurpose(fingerprint)));
        byte[] sealedPassphrase =
                key.passphrase().use(bytes -> sealing.seal(bytes, DeskKeys.passphrasePurpose(fingerprint)));
        return administer(Permission.ENCRYPTION_KEYS, scope -> {
            Optional<KeyData> before = stored(scope, fingerprint);
            if (before.filter(old -> old.state() == State.RETIRED).isPresent()) {
                throw new Invalid("key", "was retired");
            }
            if (state == State.CURRENT) {
                noneCurrent(scope);
            }
            Instant addedAt = before.map(KeyData::addedAt).orElse(scope.now());
            boolean stays = before.filter(old -> old.state() == State.CURRENT).isPresent();
            KeyData added = new KeyData(found, addedAt, stays ? State.CURRENT : state, sealedKey, sealedPassphrase);
            scope.stores().encryptionKeys().save(added);
            audited(scope, "added the encryption key ", fingerprint);
            return view(added);
        });
    }

    private static void noneCurrent(Scope scope) {
        DeskKeys.current(scope.stores()).ifPresent(key -> save(scope, key, State.FORMER));
    }

    private static void save(Scope scope, KeyData key, State state) {
        EncryptionKeyStore store = scope.stores().encryptionKeys();
        store.save(new KeyData(key.publicKey(), key.addedAt(), state, key.sealedKey(), key.sealedPassphrase()));
    }

    private boolean audited(Scope scope, String what, String fingerprint) {
        scope.audit(Actor.staff(id), what + fingerprint);
        return true;
    }

    private static KeyData find(Scope scope, String fingerprint) {
        return stored(scope, fingerprint)
                .filter(key -> key.state() != State.RETIRED)
                .orElseThrow(() -> new NotFound("key"));
    }

    private static Optional<KeyData> stored(Scope scope, String fingerprint) {
        return scope.stores().encryptionKeys().all().stream()
                .filter(key -> key.publicKey().fingerprint().equals(fingerprint))
                .findFirst();
    }

    private static EncryptionKey view(KeyData key) {
        return new EncryptionKey(key.publicKey(), key.addedAt(), key.state());
    }

    private static PublicKey usable(Supplier<PublicKey> examination) {
        try {
            return examination.get();
        } catch (UnusableKey e) {
            throw new Invalid("key", e.reason().text());
        }
    }
}
