// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.encryption;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.DecryptedFile;
import dev.troubletickets.spi.encryption.Decryption;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads with the desk's keys, and with the host's what is encrypted to none of them: a desk that gets keys of its own still reads what came
 * before.
 */
record DecryptionInTurn(Decryption desks, Decryption hosts) implements Decryption {
    @Override
    public Decrypted decrypt(String armored, List<String> signers) {
        return first(() -> desks.decrypt(armored, signers), () -> hosts.decrypt(armored, signers));
    }

    @Override
    public DecryptedFile decryptFile(byte[] encrypted, int largest, List<String> signers) {
        return first(
                () -> desks.decryptFile(encrypted, largest, signers),
                () -> hosts.decryptFile(encrypted, largest, signers));
    }

    private static <T> T first(Supplier<T> one, Supplier<T> other) {
        try {
            return one.get();
        } catch (CannotDecrypt e) {
            if (e.reason() != Reason.NO_KEY) {
                throw e;
            }
            return other.get();
        }
    }

    @Override
    public String publicKey() {
        return desks.publicKey();
    }
}
