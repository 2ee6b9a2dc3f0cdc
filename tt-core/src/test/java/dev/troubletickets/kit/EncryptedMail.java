// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.memory.InMemoryMail.Sent;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Mails that were encrypted by a {@link Keyring}, as whoever has a key reads them. */
public final class EncryptedMail {
    private EncryptedMail() {}

    public static String raw(Sent mail) {
        return new String(mail.bytes(), StandardCharsets.UTF_8);
    }

    private static String block(Sent mail) {
        return EncryptedBlocks.in(raw(mail)).all().get(0).armored();
    }

    /** The labels of the keys that open it. */
    public static List<String> recipients(Sent mail) {
        String inside = new String(Envelope.opened(block(mail)), StandardCharsets.ISO_8859_1);
        return List.of(inside.substring(0, inside.indexOf('|')).split(","));
    }

    /** What the key of the label opens. */
    public static ParsedMail opened(Sent mail, String label) {
        Decryption keys = new Keyring().open(List.of(Keyring.key(label, "")));
        try (InputStream entity = keys.decryptFile(
                        block(mail).getBytes(StandardCharsets.US_ASCII), Integer.MAX_VALUE, List.of())
                .content()
                .open()) {
            return InMemoryMail.create().format().parse(entity.readAllBytes(), MailLimits.defaults());
        } catch (IOException | LimitExceeded e) {
            throw new IllegalStateException(e);
        }
    }
}
