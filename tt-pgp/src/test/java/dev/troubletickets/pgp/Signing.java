// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** Signs texts, well and badly: one-pass signature, literal, signature. */
final class Signing {
    private final PGPKeyPair key;
    private int digest = HashAlgorithmTags.SHA512;
    private int type = PGPSignature.BINARY_DOCUMENT;
    private String over = "";

    private Signing(PGPKeyPair key) {
        this.key = key;
    }

    static Signing by(PgpKey author) {
        return new Signing(signer(author));
    }

    /** Of the key as a whole. */
    static String fingerprint(PgpKey key) {
        return HexFormat.of().withUpperCase().formatHex(ring(key).getPublicKey().getFingerprint());
    }

    Signing digest(int algorithm) {
        digest = algorithm;
        return this;
    }

    Signing ofLines() {
        type = PGPSignature.CANONICAL_TEXT_DOCUMENT;
        return this;
    }

    Signing over(String other) {
        over = other;
        return this;
    }

    byte[] text(String text) {
        return packets(text, true);
    }

    byte[] announcedAlone(String text) {
        return packets(text, false);
    }

    /** Alone, in armor. */
    String signature(String text) {
        return signature(text.getBytes(StandardCharsets.UTF_8));
    }

    String signature(byte[] signed) {
        try {
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(key.getPublicKey().getAlgorithm(), digest), key.getPublicKey());
            generator.init(type, key.getPrivateKey());
            generator.update(signed);
            return Armor.encode(generator.generate().getEncoded());
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] packets(String text, boolean signed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(key.getPublicKey().getAlgorithm(), digest), key.getPublicKey());
            generator.init(type, key.getPrivateKey());
            generator.generateOnePassVersion(false).encode(out);
            out.writeBytes(Sealing.literal(text.getBytes(StandardCharsets.UTF_8)));
            generator.update((over.isEmpty() ? text : over).getBytes(StandardCharsets.UTF_8));
            if (signed) {
                generator.generate().encode(out);
            }
            return out.toByteArray();
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PGPSecretKeyRing ring(PgpKey key) {
        return key.armored().use(armored -> {
            try {
                return new PGPSecretKeyRing(
                        Armor.decode(new String(armored), Armor.PRIVATE_KEY), new BcKeyFingerprintCalculator());
            } catch (IOException | PGPException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The last key that can sign: a subkey for it where there is one. */
    private static PGPKeyPair signer(PgpKey author) {
        PGPSecretKey last = null;
        for (PGPSecretKey part : ring(author)) {
            boolean signs = !part.getPublicKey().isEncryptionKey()
                    || part.getPublicKey().isMasterKey();
            last = signs ? part : last;
        }
        PGPSecretKey key = last;
        return author.passphrase().use(passphrase -> {
            try {
                return key.extractKeyPair(new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                        .build(new String(passphrase, StandardCharsets.UTF_8).toCharArray()));
            } catch (PGPException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
