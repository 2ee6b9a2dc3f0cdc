// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.DecryptedBytes;
import dev.troubletickets.spi.encryption.DecryptedFile;
import dev.troubletickets.spi.encryption.DecryptedText;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.encryption.SignatureCheck;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** An encryption that packs its letters, for tests; {@code broken} in a block is what it cannot read. */
public final class Envelope implements Decryption {
    private static final String BEGIN = "-----BEGIN PGP MESSAGE-----";
    private static final String END = "-----END PGP MESSAGE-----";

    /** An armored block that holds the words. */
    public static String seal(String words) {
        return seal(words.getBytes(StandardCharsets.UTF_8));
    }

    static String seal(byte[] content) {
        return BEGIN + "\n\n" + Base64.getEncoder().encodeToString(content) + "\n" + END;
    }

    static byte[] opened(String armored) {
        try {
            return Base64.getDecoder()
                    .decode(armored.lines()
                            .filter(line -> !line.isBlank() && !line.equals(BEGIN) && !line.equals(END))
                            .collect(Collectors.joining()));
        } catch (IllegalArgumentException e) {
            throw new CannotDecrypt(CannotDecrypt.Reason.MALFORMED, e);
        }
    }

    @Override
    public Decrypted decrypt(String armored, List<String> signers) {
        String inside = new String(opened(armored), StandardCharsets.UTF_8);
        if (inside.contains("broken")) {
            throw new CannotDecrypt(CannotDecrypt.Reason.MALFORMED, null);
        }
        return new Decrypted(new DecryptedText(inside.toCharArray()), SignatureCheck.none());
    }

    @Override
    public DecryptedFile decryptFile(byte[] encrypted, int largest, List<String> signers) {
        byte[] content = opened(new String(encrypted, StandardCharsets.US_ASCII));
        return new DecryptedFile(new DecryptedBytes(content), SignatureCheck.none());
    }

    @Override
    public String publicKey() {
        return "-----BEGIN PGP PUBLIC KEY BLOCK-----\n-----END PGP PUBLIC KEY BLOCK-----\n";
    }
}
