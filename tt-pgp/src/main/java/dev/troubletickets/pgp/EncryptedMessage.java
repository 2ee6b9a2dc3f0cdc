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
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;

/**
 * An encrypted message (RFC 9580 section 10.3) and whom it is for. Where it hides that, every key is tried, after those that it names; no
 * more than {@value #MOST_ATTEMPTS} attempts are made.
 */
final class EncryptedMessage {
    private static final int MOST_ATTEMPTS = 32;

    private final byte[] packets;

    EncryptedMessage(byte[] packets) {
        this.packets = packets;
    }

    /** One key tried on one of the encrypted session keys. */
    private record Attempt(int recipient, boolean named, KeyRing.Key key) {}

    /**
     * The packets inside, after their integrity was proven.
     *
     * @throws CannotDecrypt with the reason of the last key that the message names; {@code NO_KEY} where it names none of ours
     */
    Plaintext open(KeyRing keys) throws IOException {
        Reason reason = Reason.NO_KEY;
        ProtectedData data = new ProtectedData(packets);
        for (Attempt attempt : attempts(data, keys)) {
            try {
                return data.open(attempt.recipient(), attempt.key().pair());
            } catch (CannotDecrypt e) {
                // an attempt may have begun to read the stream
                data = new ProtectedData(packets);
                reason = attempt.named() ? e.reason() : reason;
            }
        }
        throw new CannotDecrypt(reason, null);
    }

    private static List<Attempt> attempts(ProtectedData data, KeyRing keys) {
        List<PGPEncryptedData> methods = data.methods();
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            if (methods.get(i) instanceof PGPPublicKeyEncryptedData method) {
                KeyIdentifier wanted = method.getKeyIdentifier();
                for (KeyRing.Key key : keys.matching(wanted)) {
                    attempts.add(new Attempt(i, !wanted.isWildcard(), key));
                }
            }
        }
        return attempts.stream()
                .sorted(Comparator.comparing(attempt -> !attempt.named()))
                .limit(MOST_ATTEMPTS)
                .toList();
    }
}
