// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs.fuzz;

import dev.troubletickets.pgp.PgpInclusions;
import dev.troubletickets.pgp.PgpKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** The desk's key of these tests, what its desk reads, and messages to it that are cheap to make. */
final class FuzzedKey {
    static final int LARGEST = 1 << 16;
    static final PgpInclusions INCLUSIONS =
            PgpInclusions.with(PgpKey.unlocked(key())).limitedTo(LARGEST);

    private static final int BLOCK = 16;
    private static final byte[] SESSION_KEY = new byte[32];
    private static final byte[] FOR_THE_DESK = sessionKeyPacket();

    private FuzzedKey() {}

    /** A message of these packets, encrypted and with its modification detection code (RFC 9580 section 5.13.1). */
    static byte[] sealed(byte[] packets) {
        try {
            ByteBuffer clear = ByteBuffer.allocate(BLOCK + 2 + packets.length + 22);
            // a prefix of zeros, with its end repeated
            clear.position(BLOCK + 2);
            clear.put(packets).put((byte) 0xD3).put((byte) 20);
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(clear.array(), 0, clear.position());
            clear.put(digest.digest());
            Cipher cipher = Cipher.getInstance("AES/CFB/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(SESSION_KEY, "AES"), new IvParameterSpec(new byte[BLOCK]));
            byte[] encrypted = cipher.doFinal(clear.array());
            return ByteBuffer.allocate(FOR_THE_DESK.length + 7 + encrypted.length)
                    .put(FOR_THE_DESK)
                    .put((byte) 0xD2)
                    .put((byte) 0xFF)
                    .putInt(1 + encrypted.length)
                    .put((byte) 1)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sessionKeyPacket() {
        try {
            byte[] armored = INCLUSIONS.publicKey().getBytes(StandardCharsets.US_ASCII);
            PGPPublicKeyRing ring = new PGPPublicKeyRing(
                    new ArmoredInputStream(new ByteArrayInputStream(armored)), new BcKeyFingerprintCalculator());
            PGPPublicKey last = ring.getPublicKey();
            for (PGPPublicKey part : ring) {
                last = part.isEncryptionKey() ? part : last;
            }
            return new BcPublicKeyKeyEncryptionMethodGenerator(last)
                    .generate(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256), SESSION_KEY)
                    .getEncoded();
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key() {
        try (InputStream key = FuzzedKey.class.getResourceAsStream("key.asc")) {
            return new String(Objects.requireNonNull(key).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
