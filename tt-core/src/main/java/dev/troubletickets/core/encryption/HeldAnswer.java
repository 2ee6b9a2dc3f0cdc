// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.encryption;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Upload;
import dev.troubletickets.core.files.FilesInHand;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.DecryptedBytes;
import dev.troubletickets.spi.encryption.Decryption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads an answer that waited encrypted, for as long as it is in hands (F2). */
public final class HeldAnswer {
    private static final int BYTES_A_CHARACTER = 3;
    private static final int LARGEST = 1 << 28;

    private final Decryption decryption;
    private final Limits limits;

    HeldAnswer(Decryption decryption, Limits limits) {
        this.decryption = new DiscreetDecryption(decryption);
        this.limits = limits;
    }

    /** @throws Unavailable if it cannot be read, such as for want of a key that was retired meanwhile */
    public Answer read(Answer held, FilesInHand inHand) {
        try {
            List<Upload> files = held.attachments().stream()
                    .map(file -> inHand.madeOf(file, "read", this::read))
                    .toList();
            return Encryptor.with(held, text(held), files);
        } catch (CannotDecrypt e) {
            throw new Unavailable("encryption", "the answer that waited cannot be read", e);
        }
    }

    private String text(Answer held) {
        try (DecryptedBytes text = decrypted(
                held.text().getBytes(StandardCharsets.US_ASCII), (long) BYTES_A_CHARACTER * limits.textCharacters())) {
            return text.use(bytes -> StandardCharsets.UTF_8.decode(bytes).toString());
        }
    }

    /** Left to the garbage collector: it is in hands until the mail is made, however often that is begun. */
    private Upload read(Upload file) {
        try (InputStream in = file.open()) {
            DecryptedBytes content = decrypted(in.readAllBytes(), limits.attachmentBytes());
            return Upload.of(file.name(), file.type(), content.size(), content::open);
        } catch (IOException e) {
            throw new Unavailable("encryption", "a file of the answer that waited cannot be read", e);
        }
    }

    private DecryptedBytes decrypted(byte[] encrypted, long largest) {
        return decryption
                .decryptFile(encrypted, (int) Math.min(LARGEST, largest), List.of())
                .content();
    }
}
