// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.encryption;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Upload;
import dev.troubletickets.core.files.FilesInHand;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.Decryption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads an answer that waited encrypted, for as long as it is in hands (F2). */
public final class HeldAnswer {
    private static final int BYTES_A_CHARACTER = 3;
    private static final int LARGEST = 1 << 28;

    private final Decryption decryption;
    private final Limits limits;

    HeldAnswer(Decryption decryption, Limits limits) {
        this.decryption = decryption;
        this.limits = limits;
    }

    /** @throws Unavailable if it cannot be read, such as for want of a key that was retired meanwhile */
    public Answer read(Answer held, FilesInHand inHand) {
        try {
            byte[] text = decrypted(
                    held.text().getBytes(StandardCharsets.US_ASCII),
                    (long) BYTES_A_CHARACTER * limits.textCharacters());
            List<Upload> files = held.attachments().stream()
                    .map(file -> inHand.madeOf(file, "read", this::read))
                    .toList();
            Answer answer = Encryptor.with(held, new String(text, StandardCharsets.UTF_8), files);
            Arrays.fill(text, (byte) 0);
            return answer;
        } catch (CannotDecrypt e) {
            throw new Unavailable("encryption", "the answer that waited cannot be read", e);
        }
    }

    private Upload read(Upload file) {
        try (InputStream in = file.open()) {
            byte[] content = decrypted(in.readAllBytes(), limits.attachmentBytes());
            Upload read = Upload.of(file.name(), file.type(), content);
            Arrays.fill(content, (byte) 0);
            return read;
        } catch (IOException e) {
            throw new Unavailable("encryption", "a file of the answer that waited cannot be read", e);
        }
    }

    private byte[] decrypted(byte[] encrypted, long largest) {
        return decryption.decryptFile(encrypted, (int) Math.min(LARGEST, largest));
    }
}
