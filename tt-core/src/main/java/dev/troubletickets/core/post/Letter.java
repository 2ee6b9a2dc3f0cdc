// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.command.Upload;
import dev.troubletickets.core.encryption.Encryptor;
import dev.troubletickets.ticket.MessageId;
import java.util.List;
import java.util.Optional;

/**
 * The words of one answer.
 *
 * @param encryptor by what the mail is encrypted; empty for one in clear
 */
public record Letter(
        MessageId message, String messageId, String text, List<Upload> attachments, Optional<Encryptor> encryptor) {
    public Letter {
        attachments = List.copyOf(attachments);
    }
}
