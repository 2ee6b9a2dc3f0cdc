// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPadding;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.jspecify.annotations.Nullable;

/** Finds the one text in decrypted packets (RFC 9580 section 10.3), compressed or signed or both, and the signatures beside it. */
final class Unpacking {
    private static final int DEEPEST = 4;
    private static final int MOST_SIGNATURES = 32;
    private static final int ROOM_FOR_PACKETS = 1 << 16;

    private final int largest;
    private final List<PGPSignature> signatures = new ArrayList<>();
    private Optional<KeyIdentifier> announced = Optional.empty();
    private boolean isText;

    Unpacking(int largest) {
        this.largest = largest;
    }

    /** @throws CannotDecrypt if there is not exactly one text, or it is larger than the limit or packed too deeply */
    Plaintext literal(Plaintext packets) throws IOException, PGPException {
        return literal(packets, 0);
    }

    private Plaintext literal(Plaintext packets, int depth) throws IOException, PGPException {
        PGPObjectFactory objects = new BcPGPObjectFactory(packets.stream());
        Plaintext found = null;
        try {
            for (Object object = objects.nextObject(); object != null; object = objects.nextObject()) {
                if (object instanceof PGPSignatureList list) {
                    list.forEach(this::sign);
                } else if (object instanceof PGPOnePassSignatureList list) {
                    announced = Optional.of(list.get(0).getKeyIdentifier());
                } else if (!isBesidesTheText(object)) {
                    found = only(found, text(object, packets.length(), depth));
                }
            }
        } catch (IOException | PGPException | RuntimeException e) {
            wipe(found);
            throw e;
        }
        if (found == null) {
            throw new CannotDecrypt(Reason.MALFORMED, null);
        }
        return found;
    }

    private static boolean isBesidesTheText(Object object) {
        return object instanceof PGPMarker || object instanceof PGPPadding;
    }

    private void sign(PGPSignature signature) {
        if (signatures.size() == MOST_SIGNATURES) {
            throw new CannotDecrypt(Reason.TOO_LARGE, null);
        }
        signatures.add(signature);
    }

    /** Those beside the text, once it was found. */
    List<PGPSignature> signatures() {
        return signatures;
    }

    /** Whose signature was announced before the text, whether or not it came. */
    Optional<KeyIdentifier> announced() {
        return announced;
    }

    /** Whether the text travels with CR LF (RFC 9580 section 5.9). */
    boolean isText() {
        return isText;
    }

    private Plaintext text(Object object, int expected, int depth) throws IOException, PGPException {
        if (object instanceof PGPLiteralData literal) {
            return read(literal, expected);
        }
        if (object instanceof PGPCompressedData compressed) {
            return unpacked(compressed, depth);
        }
        throw new CannotDecrypt(Reason.MALFORMED, null);
    }

    private Plaintext read(PGPLiteralData literal, int expected) throws IOException {
        isText = literal.getFormat() != PGPLiteralData.BINARY;
        return Plaintext.read(literal.getInputStream(), largest, expected);
    }

    private Plaintext unpacked(PGPCompressedData compressed, int depth) throws IOException, PGPException {
        if (depth == DEEPEST) {
            throw new CannotDecrypt(Reason.TOO_LARGE, null);
        }
        try (Plaintext packets =
                Plaintext.read(compressed.getDataStream(), largest + ROOM_FOR_PACKETS, Integer.MAX_VALUE - 1)) {
            return literal(packets, depth + 1);
        }
    }

    private static Plaintext only(@Nullable Plaintext before, Plaintext text) {
        if (before != null) {
            text.close();
            throw new CannotDecrypt(Reason.MALFORMED, null);
        }
        return text;
    }

    private static void wipe(@Nullable Plaintext text) {
        if (text != null) {
            text.close();
        }
    }
}
