// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;

/** Public keys that are of no use, or will be of none. */
final class AgedKeys {
    private AgedKeys() {}

    static String expiringAfter(Duration age, Instant created) {
        return made(created, age, false);
    }

    /** A second after it was made. */
    static String revoked(Instant created) {
        return made(created, Duration.ZERO, true);
    }

    /** One that had expired long before a signature that it makes now. */
    static PgpKey signer(Instant created, Duration age) {
        try {
            return PgpKey.unlocked(Armor.encode(
                    Made.at(created, age).ring().generateSecretKeyRing().getEncoded()));
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String made(Instant created, Duration age, boolean revoked) {
        try {
            Made made = Made.at(created, age);
            PGPPublicKeyRing keys = made.ring().generatePublicKeyRing();
            return Armor.encode((revoked ? revoked(keys, made.primary(), created) : keys).getEncoded());
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Made(PGPKeyPair primary, PGPKeyRingGenerator ring) {
        static Made at(Instant created, Duration age) throws PGPException {
            PGPKeyPairGenerator pairs =
                    new BcPGPKeyPairGeneratorProvider().get(PublicKeyPacket.VERSION_4, Date.from(created));
            PGPKeyPair primary = pairs.generateLegacyEd25519KeyPair();
            PGPSignatureSubpacketGenerator facts = new PGPSignatureSubpacketGenerator();
            facts.setSignatureCreationTime(true, Date.from(created));
            facts.setKeyFlags(true, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
            facts.setKeyExpirationTime(true, age.toSeconds());
            PGPKeyRingGenerator ring = new PGPKeyRingGenerator(
                    PGPSignature.POSITIVE_CERTIFICATION,
                    primary,
                    "aged",
                    new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                    facts.generate(),
                    null,
                    AgedKeys.signer(primary),
                    null);
            PGPSignatureSubpacketGenerator flags = new PGPSignatureSubpacketGenerator();
            flags.setSignatureCreationTime(true, Date.from(created));
            flags.setKeyFlags(true, KeyFlags.ENCRYPT_COMMS);
            ring.addSubKey(pairs.generateLegacyX25519KeyPair(), flags.generate(), null);
            return new Made(primary, ring);
        }
    }

    private static BcPGPContentSignerBuilder signer(PGPKeyPair key) {
        return new BcPGPContentSignerBuilder(key.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512);
    }

    private static PGPPublicKeyRing revoked(PGPPublicKeyRing keys, PGPKeyPair primary, Instant created)
            throws PGPException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(signer(primary), primary.getPublicKey());
        generator.init(PGPSignature.KEY_REVOCATION, primary.getPrivateKey());
        PGPSignatureSubpacketGenerator when = new PGPSignatureSubpacketGenerator();
        when.setSignatureCreationTime(true, Date.from(created.plusSeconds(1)));
        generator.setHashedSubpackets(when.generate());
        PGPSignature revocation = generator.generateCertification(primary.getPublicKey());
        return PGPPublicKeyRing.insertPublicKey(keys, PGPPublicKey.addCertification(keys.getPublicKey(), revocation));
    }
}
