// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.people.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.OpenPGPKeyGenerator;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/** Keys made once for all tests. */
public final class TestKeys {
    private static final String PASSPHRASE = "correct horse \u00e4";

    public static final PgpKey CURVE_25519 =
            key(PASSPHRASE, PublicKeyPacket.VERSION_4, keys -> keys.classicKey("desk"));
    public static final PgpKey STRANGER =
            key(PASSPHRASE, PublicKeyPacket.VERSION_4, keys -> keys.classicKey("stranger"));
    public static final PgpKey SIGNING_ONLY =
            key(PASSPHRASE, PublicKeyPacket.VERSION_4, OpenPGPKeyGenerator::signOnlyKey);

    private TestKeys() {}

    /** Made on first use, as they take long. */
    public static final class Rsa {
        public static final PgpKey RSA_3072 =
                key(PASSPHRASE, PublicKeyPacket.VERSION_4, keys -> keys.singletonRSAKey(3072, "desk"));

        private Rsa() {}
    }

    /** A key of RFC 9580's own kind, not locked. */
    public static final class Modern {
        public static final PgpKey VERSION_6 =
                key("", PublicKeyPacket.VERSION_6, keys -> keys.ed25519x25519Key("desk"));

        private Modern() {}
    }

    /** One more over Curve25519, not locked, so that many are unlocked soon. */
    static PgpKey another() {
        return key("", PublicKeyPacket.VERSION_4, keys -> keys.classicKey("another"));
    }

    private interface Kind {
        OpenPGPKeyGenerator.WithPrimaryKey of(OpenPGPKeyGenerator keys) throws PGPException;
    }

    private static PgpKey key(String passphrase, int version, Kind kind) {
        try {
            OpenPGPKeyGenerator.WithPrimaryKey made = kind.of(new BcOpenPGPApi().generateKey(version));
            OpenPGPKey key = passphrase.isEmpty() ? made.build() : made.build(passphrase.toCharArray());
            return PgpKey.of(key.toAsciiArmoredString(), Secret.of(passphrase));
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part of a key that messages are encrypted to. */
    public static PGPPublicKey encryptionKey(PgpKey key) {
        return key.armored().use(armored -> {
            try {
                byte[] packets = Armor.decode(new String(armored), Armor.PRIVATE_KEY);
                PGPSecretKeyRing ring = new PGPSecretKeyRing(packets, new BcKeyFingerprintCalculator());
                PGPPublicKey last = null;
                for (var part : ring) {
                    last = part.getPublicKey().isEncryptionKey() ? part.getPublicKey() : last;
                }
                return last;
            } catch (IOException | PGPException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
