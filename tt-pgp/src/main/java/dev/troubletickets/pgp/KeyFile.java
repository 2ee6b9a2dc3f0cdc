// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.spi.encryption.UnusableKey;
import dev.troubletickets.spi.encryption.UnusableKey.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRingCollection;

/** A file with private keys. */
final class KeyFile {
    private static final String BEGIN = "-----BEGIN " + Armor.PRIVATE_KEY + "-----";
    private static final String END = "-----END " + Armor.PRIVATE_KEY + "-----";

    private KeyFile() {}

    /** Each in armor of its own. */
    static List<String> read(byte[] file) {
        List<String> keys = armored(new String(file, StandardCharsets.ISO_8859_1));
        if (keys.isEmpty()) {
            keys = binary(file);
        }
        if (keys.isEmpty()) {
            throw new UnusableKey(Reason.MALFORMED, null);
        }
        return keys;
    }

    private static List<String> armored(String text) {
        List<String> keys = new ArrayList<>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int end = text.indexOf(END, begin);
            if (end < 0) {
                return keys;
            }
            keys.add(text.substring(begin, end + END.length()));
            begin = text.indexOf(BEGIN, end);
        }
        return keys;
    }

    private static List<String> binary(byte[] file) {
        try {
            List<String> keys = new ArrayList<>();
            for (PGPSecretKeyRing ring : new BcPGPSecretKeyRingCollection(file)) {
                keys.add(Armor.encode(ring.getEncoded()));
            }
            return keys;
        } catch (IOException | PGPException | RuntimeException e) {
            throw new UnusableKey(Reason.MALFORMED, e);
        }
    }
}
