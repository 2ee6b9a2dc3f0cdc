// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.encryption;

import dev.troubletickets.failure.SupportException;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.DecryptedFile;
import dev.troubletickets.spi.encryption.Decryption;
import java.util.List;
import java.util.function.Supplier;

/** A decryption, perhaps the host's, whose failures come without what they say and their cause: they might quote what was decrypted. */
public final class DiscreetDecryption implements Decryption {
    private final Decryption decryption;

    public DiscreetDecryption(Decryption decryption) {
        this.decryption = decryption;
    }

    @Override
    public Decrypted decrypt(String armored, List<String> signers) {
        return discreetly(() -> decryption.decrypt(armored, signers));
    }

    @Override
    public DecryptedFile decryptFile(byte[] encrypted, int largest, List<String> signers) {
        return discreetly(() -> decryption.decryptFile(encrypted, largest, signers));
    }

    @Override
    public String publicKey() {
        return decryption.publicKey();
    }

    private static <T> T discreetly(Supplier<T> work) {
        try {
            return work.get();
        } catch (CannotDecrypt e) {
            throw new CannotDecrypt(e.reason(), null);
        } catch (SupportException named) {
            throw named;
        } catch (RuntimeException e) {
            throw new Unavailable("encryption", "it failed with " + e.getClass().getName());
        }
    }
}
