// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.UnusableKey;
import dev.troubletickets.spi.encryption.UnusableKey.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPImplementation;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** The unlocked keys that can decrypt, those of the current key first, and the public part of the current one. */
final class KeyRing {
    private final String publicKey;
    private final List<Key> keys;

    private KeyRing(String publicKey, List<Key> keys) {
        this.publicKey = publicKey;
        this.keys = List.copyOf(keys);
    }

    /** One key or subkey. */
    record Key(KeyIdentifier identifier, PGPKeyPair pair) {}

    /** @throws UnusableKey if it is none, has no part to encrypt to, or its passphrase is wrong */
    static KeyRing unlock(PgpKey key) {
        return unlock(key, List.of(key));
    }

    static KeyRing unlock(PgpKey current, List<PgpKey> all) {
        List<Key> keys = new ArrayList<>();
        all.forEach(key -> keys.addAll(parts(key)));
        try {
            return new KeyRing(Armor.encode(parse(current).toCertificate().getEncoded()), keys);
        } catch (IOException e) {
            throw new UnusableKey(Reason.MALFORMED, e);
        }
    }

    String publicKey() {
        return publicKey;
    }

    /** The keys that a message may mean: all of them where it hides whom it is for. */
    List<Key> matching(KeyIdentifier wanted) {
        return keys.stream()
                .filter(key -> wanted.isWildcard() || wanted.matchesExplicit(key.identifier()))
                .toList();
    }

    private static List<Key> parts(PgpKey key) {
        List<Key> unlocked = new ArrayList<>();
        for (PGPSecretKey part : parse(key)) {
            if (part.getPublicKey().isEncryptionKey() && !part.isPrivateKeyEmpty()) {
                unlocked.add(new Key(part.getKeyIdentifier(), unlock(part, key.passphrase())));
            }
        }
        if (unlocked.isEmpty()) {
            throw new UnusableKey(Reason.CANNOT_ENCRYPT, null);
        }
        return unlocked;
    }

    private static PGPKeyPair unlock(PGPSecretKey part, Secret passphrase) {
        return withCharacters(passphrase, characters -> {
            try {
                PBESecretKeyDecryptor decryptor =
                        new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(characters);
                return part.extractKeyPair(decryptor);
            } catch (PGPException | RuntimeException e) {
                throw new UnusableKey(Reason.WRONG_PASSPHRASE, e);
            }
        });
    }

    /** Lends the characters of a passphrase, wiped afterwards. */
    static <T> T withCharacters(Secret passphrase, Function<char[], T> work) {
        return passphrase.use(bytes -> {
            char[] characters = characters(bytes);
            try {
                return work.apply(characters);
            } finally {
                Arrays.fill(characters, '\0');
            }
        });
    }

    /** @throws UnusableKey if it is none */
    static OpenPGPKey key(PgpKey key) {
        try {
            return new OpenPGPKey(parse(key), new BcOpenPGPImplementation());
        } catch (RuntimeException e) {
            throw new UnusableKey(Reason.MALFORMED, e);
        }
    }

    private static char[] characters(byte[] utf8) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        char[] characters = new char[decoded.remaining()];
        decoded.get(characters);
        Arrays.fill(decoded.array(), '\0');
        return characters;
    }

    private static PGPSecretKeyRing parse(PgpKey key) {
        return key.armored().use(bytes -> {
            try {
                byte[] packets = Armor.decode(new String(bytes, StandardCharsets.UTF_8), Armor.PRIVATE_KEY);
                return new PGPSecretKeyRing(packets, new BcKeyFingerprintCalculator());
            } catch (IOException | PGPException | RuntimeException e) {
                throw new UnusableKey(Reason.MALFORMED, e);
            }
        });
    }
}
