// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.DecryptedText;
import dev.troubletickets.spi.encryption.Decryption;
import java.util.stream.Collectors;

/** An encryption that turns its letters upside down, for tests; {@code broken} in a block is what it cannot read. */
public final class Envelope implements Decryption {
    private static final String BEGIN = "-----BEGIN PGP MESSAGE-----";
    private static final String END = "-----END PGP MESSAGE-----";

    /** An armored block that holds the words. */
    public static String seal(String words) {
        return BEGIN + "\n\n" + new StringBuilder(words).reverse() + "\n" + END;
    }

    @Override
    public DecryptedText decrypt(String armored) {
        String inside = armored.lines()
                .filter(line -> !line.isBlank() && !line.equals(BEGIN) && !line.equals(END))
                .collect(Collectors.joining());
        if (inside.contains("broken")) {
            throw new CannotDecrypt(CannotDecrypt.Reason.MALFORMED, null);
        }
        return new DecryptedText(new StringBuilder(inside).reverse().toString().toCharArray());
    }

    @Override
    public String publicKey() {
        return "-----BEGIN PGP PUBLIC KEY BLOCK-----\n-----END PGP PUBLIC KEY BLOCK-----\n";
    }
}
