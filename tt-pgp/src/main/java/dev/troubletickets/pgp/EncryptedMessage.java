// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;

/**
 * An encrypted message (RFC 9580 section 10.3) and whom it is for. Where it hides that, every key is tried that fits, after those that it
 * names. So that nobody is kept at work, no more than {@value #MOST_RECIPIENTS} recipients that may be us are tried, however many keys
 * there are.
 */
final class EncryptedMessage {
    private static final int MOST_RECIPIENTS = 16;

    private final byte[] packets;

    EncryptedMessage(byte[] message) {
        packets = KnownSessionKeys.only(message);
    }

    /** One that may be us, with the keys that may be meant. */
    private record Recipient(int index, boolean named, List<KeyRing.Key> keys) {}

    /**
     * The packets inside, after their integrity was proven.
     *
     * @throws CannotDecrypt with the reason of the last key that the message names; {@code NO_KEY} where it names none of ours, but
     *     {@code TOO_LARGE} if there are more recipients that may be us than are tried
     */
    Plaintext open(KeyRing keys) throws IOException {
        ProtectedData data = new ProtectedData(packets);
        List<Recipient> recipients = recipients(data, keys);
        Reason reason = recipients.size() > MOST_RECIPIENTS ? Reason.TOO_LARGE : Reason.NO_KEY;
        for (Recipient recipient : recipients.subList(0, Math.min(recipients.size(), MOST_RECIPIENTS))) {
            for (KeyRing.Key key : recipient.keys()) {
                try {
                    return data.open(recipient.index(), key.pair());
                } catch (CannotDecrypt e) {
                    // an attempt may have begun to read the stream
                    data = new ProtectedData(packets);
                    reason = recipient.named() ? e.reason() : reason;
                }
            }
        }
        throw new CannotDecrypt(reason, null);
    }

    /** Those that the message names first. */
    private static List<Recipient> recipients(ProtectedData data, KeyRing keys) {
        List<PGPEncryptedData> methods = data.methods();
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            if (methods.get(i) instanceof PGPPublicKeyEncryptedData method) {
                KeyIdentifier wanted = method.getKeyIdentifier();
                List<KeyRing.Key> matching = keys.matching(wanted).stream()
                        .filter(key -> fits(method, key))
                        .toList();
                if (!matching.isEmpty()) {
                    recipients.add(new Recipient(i, !wanted.isWildcard(), matching));
                }
            }
        }
        recipients.sort(Comparator.comparing(recipient -> !recipient.named()));
        return recipients;
    }

    /** What was encrypted for an RSA key is for no other kind. */
    private static boolean fits(PGPPublicKeyEncryptedData method, KeyRing.Key key) {
        return kind(method.getAlgorithm()) == kind(key.pair().getPublicKey().getAlgorithm());
    }

    private static int kind(int algorithm) {
        return algorithm == KnownSessionKeys.RSA_TO_ENCRYPT ? PublicKeyAlgorithmTags.RSA_GENERAL : algorithm;
    }
}
