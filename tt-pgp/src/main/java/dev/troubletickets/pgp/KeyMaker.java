// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.KeyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.PBESecretKeyEncryptor;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;

/**
 * Makes keys of version 4: one to sign, one below it to encrypt to. They ask for AES, and for the modification detection code; Bouncy
 * Castle's own ready-made keys have algorithms of RFC 9580 that GnuPG 2.2 does not know.
 */
final class KeyMaker {
    private static final int RSA_BITS = 3072;
    /** 6 million octets, as GnuPG has them on a machine of today. */
    private static final int ITERATIONS = 0xc0;

    private KeyMaker() {}

    /** In armor. */
    static Secret make(KeyKind kind, String userId, Secret passphrase, Date now) throws PGPException {
        PGPKeyPairGenerator pairs = new BcPGPKeyPairGeneratorProvider().get(PublicKeyPacket.VERSION_4, now);
        PGPKeyPair signing =
                kind == KeyKind.RSA_3072 ? pairs.generateRsaKeyPair(RSA_BITS) : pairs.generateLegacyEd25519KeyPair();
        PGPKeyPair encryption =
                kind == KeyKind.RSA_3072 ? pairs.generateRsaKeyPair(RSA_BITS) : pairs.generateLegacyX25519KeyPair();
        PGPKeyRingGenerator ring = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                signing,
                userId,
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                preferences(now),
                null,
                new BcPGPContentSignerBuilder(signing.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
                lock(passphrase));
        ring.addSubKey(
                encryption,
                flags(now, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE).generate(),
                null);
        try {
            return Secret.of(Armor.encode(ring.generateSecretKeyRing().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PGPSignatureSubpacketVector preferences(Date now) {
        PGPSignatureSubpacketGenerator of = flags(now, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
        of.setPreferredSymmetricAlgorithms(false, new int[] {
            SymmetricKeyAlgorithmTags.AES_256, SymmetricKeyAlgorithmTags.AES_192, SymmetricKeyAlgorithmTags.AES_128
        });
        of.setPreferredHashAlgorithms(
                false, new int[] {HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA256});
        of.setPreferredCompressionAlgorithms(false, new int[] {
            CompressionAlgorithmTags.ZLIB, CompressionAlgorithmTags.ZIP, CompressionAlgorithmTags.UNCOMPRESSED
        });
        of.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
        of.setPrimaryUserID(false, true);
        return of.generate();
    }

    private static PGPSignatureSubpacketGenerator flags(Date now, int flags) {
        PGPSignatureSubpacketGenerator of = new PGPSignatureSubpacketGenerator();
        of.setSignatureCreationTime(true, now);
        of.setKeyFlags(true, flags);
        return of;
    }

    private static PBESecretKeyEncryptor lock(Secret passphrase) {
        return KeyRing.withCharacters(passphrase, characters -> {
            try {
                return new BcPBESecretKeyEncryptorBuilder(
                                SymmetricKeyAlgorithmTags.AES_256,
                                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256),
                                ITERATIONS)
                        .build(characters.clone());
            } catch (PGPException e) {
                throw new IllegalStateException("this Bouncy Castle has no SHA-256", e);
            }
        });
    }
}
