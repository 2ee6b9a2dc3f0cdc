// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.encryption;

import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.encryption.Encryption;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.encryption.Sealing;
import dev.troubletickets.spi.encryption.Sealing.CannotUnseal;
import dev.troubletickets.spi.encryption.UnusableKey;
import dev.troubletickets.spi.storage.EncryptionKeyStore.KeyData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.view.EncryptionKey.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk's own keys, opened when they are needed and kept open until they change (F2). */
public final class DeskKeys {
    private static final Logger LOG = LoggerFactory.getLogger(DeskKeys.class);

    private final Optional<Decryption> hosts;
    private final Optional<Encryption> encryption;
    private final Optional<Sealing> sealing;
    private volatile @Nullable Opened opened;

    /** @param hosts reads with keys that the host holds what is encrypted to none of the desk's */
    public DeskKeys(Optional<Decryption> hosts, Optional<Encryption> encryption, Optional<Sealing> sealing) {
        this.hosts = hosts;
        this.encryption = encryption;
        this.sealing = sealing;
    }

    private record Opened(List<KeyData> keys, Decryption decryption) {}

    /** @throws Unavailable if none is wired in */
    public Encryption encryption() {
        return encryption.orElseThrow(() -> new Unavailable("encryptionKeys", "none is wired in"));
    }

    /** @throws Unavailable if none is wired in */
    public Sealing sealing() {
        return sealing.orElseThrow(() -> new Unavailable("sealing", "none is wired in"));
    }

    /** What encrypts, if anything. */
    public Optional<Encryption> wired() {
        return encryption;
    }

    /** The armored key that the desk reads with what it encrypts for others; the host's where it has none. */
    Optional<String> toEncryptTo(UnitOfWork stores) {
        return current(stores)
                .map(KeyData::publicKey)
                .map(PublicKey::armored)
                .or(() -> hosts.map(Decryption::publicKey));
    }

    /**
     * Signs in the desk's name; empty where the keys are the host's.
     *
     * @throws Unavailable if it cannot be opened
     */
    Optional<PrivateKey> author(UnitOfWork stores) {
        try {
            return current(stores).map(this::unsealed);
        } catch (CannotUnseal e) {
            throw new Unavailable("sealing", "a key cannot be opened", e);
        }
    }

    public static Optional<KeyData> current(UnitOfWork stores) {
        return stores.encryptionKeys().all().stream()
                .filter(key -> key.state() == State.CURRENT)
                .findFirst();
    }

    /** What customers encrypt to, if anything: the host's key as long as the desk has none, and something that can tell its fingerprint. */
    public Optional<PublicKey> publicKey(UnitOfWork stores, Instant now) {
        return current(stores).map(KeyData::publicKey).or(() -> hostsKey(now));
    }

    private Optional<PublicKey> hostsKey(Instant now) {
        try {
            return encryption.flatMap(wired -> hosts.map(key -> wired.examine(key.publicKey(), now)));
        } catch (UnusableKey e) {
            LOG.warn("the host's encryption key is of no use to customers", e);
            return Optional.empty();
        }
    }

    /**
     * The keys that can be read with, the current one first; none where the host's are.
     *
     * @throws Unavailable if there is nothing to read with
     */
    public List<KeyData> toReadWith(UnitOfWork stores) {
        List<KeyData> keys = encryption.isEmpty() ? List.of() : readable(stores);
        if (keys.isEmpty() && hosts.isEmpty()) {
            throw new Unavailable("encryption", "there is no key to read with");
        }
        return keys;
    }

    private static List<KeyData> readable(UnitOfWork stores) {
        return stores.encryptionKeys().all().stream()
                .filter(key -> key.state() != State.RETIRED)
                .sorted(Comparator.comparing(KeyData::state))
                .toList();
    }

    /**
     * Opens the keys, outside of a unit of work, for it takes its time. One that cannot be opened keeps no other from reading.
     *
     * @throws Unavailable if none can be opened
     */
    public Decryption open(List<KeyData> keys) {
        if (keys.isEmpty()) {
            return hosts.orElseThrow();
        }
        Opened before = opened;
        if (before != null && before.keys().equals(keys)) {
            return before.decryption();
        }
        Decryption desks = opened(keys);
        Decryption decryption = hosts.<Decryption>map(others -> new DecryptionInTurn(desks, others))
                .orElse(desks);
        opened = new Opened(keys, decryption);
        return decryption;
    }

    private Decryption opened(List<KeyData> keys) {
        try {
            return encryption().open(keys.stream().map(this::unsealed).toList());
        } catch (CannotUnseal | UnusableKey oneOfThem) {
            return encryption().open(usable(keys));
        }
    }

    private List<PrivateKey> usable(List<KeyData> keys) {
        List<PrivateKey> usable = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (KeyData key : keys) {
            try {
                PrivateKey unsealed = unsealed(key);
                encryption().examine(unsealed);
                usable.add(unsealed);
            } catch (CannotUnseal | UnusableKey e) {
                LOG.warn(
                        "the encryption key {} cannot be opened",
                        key.publicKey().fingerprint(),
                        e);
                failures.add(e);
            }
        }
        if (usable.isEmpty()) {
            throw new Unavailable("sealing", "no key can be opened", failures.get(0));
        }
        return usable;
    }

    /** @throws CannotUnseal if it was sealed with another key */
    public PrivateKey unsealed(KeyData key) {
        String fingerprint = key.publicKey().fingerprint();
        return new PrivateKey(
                unsealed(key.sealedKey(), keyPurpose(fingerprint)),
                unsealed(key.sealedPassphrase(), passphrasePurpose(fingerprint)));
    }

    private Secret unsealed(byte @Nullable [] sealed, String purpose) {
        if (sealed == null) {
            throw new CannotUnseal("it was retired");
        }
        byte[] bytes = sealing().open(sealed, purpose);
        try {
            return Secret.of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    public static String keyPurpose(String fingerprint) {
        return "encryption key " + fingerprint;
    }

    public static String passphrasePurpose(String fingerprint) {
        return "passphrase of " + fingerprint;
    }
}
