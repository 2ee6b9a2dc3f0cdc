// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Makes messages, good and bad, packet by packet. */
public final class Sealing {
    private final List<PGPPublicKey> keys = new ArrayList<>();
    private int cipher = SymmetricKeyAlgorithmTags.AES_256;
    private boolean integrity = true;
    private boolean hidden;

    private Sealing(PGPPublicKey key) {
        keys.add(key);
    }

    public static Sealing to(PgpKey key) {
        return new Sealing(TestKeys.encryptionKey(key));
    }

    /** To this one too, after those before. */
    public Sealing and(PgpKey key) {
        keys.add(TestKeys.encryptionKey(key));
        return this;
    }

    public Sealing cipher(int algorithm) {
        cipher = algorithm;
        return this;
    }

    public Sealing withoutIntegrity() {
        integrity = false;
        return this;
    }

    public Sealing hidden() {
        hidden = true;
        return this;
    }

    public String text(String text) {
        return armored(packets(literal(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** The binary message around these packets. */
    public byte[] packets(byte[] inside) {
        BcPGPDataEncryptorBuilder encryptor = new BcPGPDataEncryptorBuilder(cipher).setWithIntegrityPacket(integrity);
        if (keys.get(0).getVersion() == 6) {
            encryptor.setUseV6AEAD().setWithAEAD(AEADAlgorithmTags.OCB, 6);
        }
        PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(encryptor);
        for (PGPPublicKey key : keys) {
            BcPublicKeyKeyEncryptionMethodGenerator method = new BcPublicKeyKeyEncryptionMethodGenerator(key);
            method.setUseWildcardRecipient(hidden);
            generator.addMethod(method);
        }
        return written(out -> generator.open(out, new byte[1024]), inside);
    }

    public static byte[] literal(byte[] content) {
        return written(
                out -> new PGPLiteralDataGenerator().open(out, PGPLiteralData.UTF8, "", content.length, new Date(0)),
                content);
    }

    public static byte[] compressed(int algorithm, byte[] inside) {
        return written(out -> new PGPCompressedDataGenerator(algorithm).open(out), inside);
    }

    public static String armored(byte[] packets) {
        return "-----BEGIN PGP MESSAGE-----\n\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(packets)
                + "\n-----END PGP MESSAGE-----\n";
    }

    private interface Layer {
        OutputStream open(OutputStream out) throws IOException, PGPException;
    }

    private static byte[] written(Layer layer, byte[] inside) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            OutputStream out = layer.open(bytes);
            out.write(inside);
            out.close();
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
