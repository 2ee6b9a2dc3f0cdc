// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.bcpg.AEADEncDataPacket;
import org.bouncycastle.bcpg.InputStreamPacket;
import org.bouncycastle.bcpg.SymmetricEncIntegrityPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPadding;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.PGPSessionKeyEncryptedData;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcSessionKeyDataDecryptorFactory;
import org.jspecify.annotations.Nullable;

/** The encrypted data of a message, to be opened once with one key for one of its recipients. */
final class ProtectedData {
    /** Ciphers with blocks of 128 bits (RFC 9580 section 9.3). */
    private static final Set<Integer> CIPHERS = Set.of(
            SymmetricKeyAlgorithmTags.AES_128,
            SymmetricKeyAlgorithmTags.AES_192,
            SymmetricKeyAlgorithmTags.AES_256,
            SymmetricKeyAlgorithmTags.TWOFISH,
            SymmetricKeyAlgorithmTags.CAMELLIA_128,
            SymmetricKeyAlgorithmTags.CAMELLIA_192,
            SymmetricKeyAlgorithmTags.CAMELLIA_256);

    private final PGPObjectFactory objects;
    private final PGPEncryptedDataList list;
    private final PGPSessionKeyEncryptedData data;
    private final int size;

    /** @throws CannotDecrypt as {@code MALFORMED} if there is no encrypted data, as {@code INTEGRITY} if it is not protected */
    ProtectedData(byte[] packets) throws IOException {
        objects = new BcPGPObjectFactory(packets);
        list = encrypted(objects);
        if (!isProtected(list.getEncryptedData())) {
            throw new CannotDecrypt(Reason.INTEGRITY, null);
        }
        data = list.extractSessionKeyEncryptedData();
        size = packets.length;
    }

    /** The session keys, as each recipient gets them. */
    List<PGPEncryptedData> methods() {
        List<PGPEncryptedData> methods = new ArrayList<>();
        list.iterator().forEachRemaining(methods::add);
        return methods;
    }

    private static boolean isProtected(InputStreamPacket packet) {
        return packet instanceof SymmetricEncIntegrityPacket || packet instanceof AEADEncDataPacket;
    }

    private static PGPEncryptedDataList encrypted(PGPObjectFactory objects) throws IOException {
        if (next(objects) instanceof PGPEncryptedDataList list) {
            return list;
        }
        throw new CannotDecrypt(Reason.MALFORMED, null);
    }

    private static @Nullable Object next(PGPObjectFactory objects) throws IOException {
        Object object = objects.nextObject();
        while (object instanceof PGPMarker || object instanceof PGPPadding) {
            object = objects.nextObject();
        }
        return object;
    }

    /**
     * @param recipient which of the methods, one with a public key
     * @throws CannotDecrypt if the key does not fit, the cipher is not accepted or the data was changed
     */
    Plaintext open(int recipient, PGPKeyPair key) {
        PGPSessionKey sessionKey = sessionKey((PGPPublicKeyEncryptedData) list.get(recipient), key);
        if (!isAccepted(sessionKey.getAlgorithm())) {
            throw new CannotDecrypt(Reason.UNSUPPORTED, null);
        }
        Plaintext text = decrypt(sessionKey);
        try {
            prove();
            return text;
        } catch (IOException | PGPException | RuntimeException e) {
            text.close();
            throw refused(e);
        }
    }

    /** Bouncy Castle authenticates (AEAD) with AES and Camellia alone. */
    private boolean isAccepted(int cipher) {
        return CIPHERS.contains(cipher) && !(data.isAEAD() && cipher == SymmetricKeyAlgorithmTags.TWOFISH);
    }

    private static PGPSessionKey sessionKey(PGPPublicKeyEncryptedData recipient, PGPKeyPair key) {
        try {
            return recipient.getSessionKey(new BcPublicKeyDataDecryptorFactory(key));
        } catch (PGPException | RuntimeException e) {
            throw refused(e);
        }
    }

    private Plaintext decrypt(PGPSessionKey sessionKey) {
        try (InputStream in = data.getDataStream(new BcSessionKeyDataDecryptorFactory(sessionKey))) {
            return Plaintext.read(in, size, size);
        } catch (IOException | PGPException | RuntimeException e) {
            throw refused(e);
        }
    }

    /** AEAD was proven chunk by chunk while it was read; the modification detection code stands at the end. */
    private void prove() throws IOException, PGPException {
        if (!data.isAEAD() && !data.verify()) {
            throw new CannotDecrypt(Reason.INTEGRITY, null);
        }
        if (next(objects) != null) {
            throw new CannotDecrypt(Reason.MALFORMED, null);
        }
    }

    private static CannotDecrypt refused(Exception e) {
        return e instanceof CannotDecrypt known ? known : new CannotDecrypt(Reason.INTEGRITY, e);
    }
}
