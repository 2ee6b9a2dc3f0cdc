// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.encryption.MimeInside;
import dev.troubletickets.core.files.Sha256;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.spi.encryption.Encryption;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.MessageData.AttachmentData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.view.MailHtml;
import dev.troubletickets.view.SafeHtml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages as their mails laid them out, from the bytes that came in. */
final class Originals {
    private final Optional<MailFormat> format;
    private final MailLimits limits;

    Originals(Optional<MailFormat> format, MailLimits limits) {
        this.format = format;
        this.limits = limits;
    }

    /** A mail's bytes and the attachments that were made of it. */
    record Original(byte[] raw, List<AttachmentData> attachments) {}

    /**
     * Empty where a message did not come by mail, where its text is another by now, as whoever changed it took something away, and where it holds
     * encrypted blocks, which stand in no page.
     */
    static Optional<Original> of(Scope scope, MessageData message) {
        return Optional.ofNullable(message.mail())
                .filter(mail -> message.editedAt() == null
                        && EncryptedBlocks.in(message.text()).all().isEmpty())
                .flatMap(mail -> scope.stores().intake().raw(mail))
                .map(raw -> new Original(raw, message.attachments()));
    }

    /** Reads what was encrypted as MIME; empty where there is no mail. */
    Optional<MimeInside> inside(Optional<Encryption> encryption, List<String> signers) {
        return format.map(by -> new MimeInside(by, limits, encryption, signers));
    }

    /** To be called outside of a unit of work, for it takes its time. */
    Optional<MailHtml> html(Original original) {
        try {
            if (format.isEmpty()) {
                return Optional.empty();
            }
            Optional<SafeHtml> html = format.get().html(original.raw(), limits);
            return html.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MailHtml(
                            html.get(), inline(format.get().parse(original.raw(), limits), original)));
        } catch (LimitExceeded tooMuch) {
            return Optional.empty();
        }
    }

    /** Attachments are told by their bytes, for their order may be another since the format has learnt more. */
    private static Map<String, AttachmentId> inline(ParsedMail mail, Original original) {
        Map<String, AttachmentId> byContent = new HashMap<>();
        original.attachments().forEach(file -> byContent.putIfAbsent(file.blob().sha256(), file.id()));
        Map<String, AttachmentId> inline = new HashMap<>();
        for (ParsedMail.Part part : mail.attachments()) {
            Optional<AttachmentId> file = part.contentId().map(any -> byContent.get(Sha256.hex(part.content())));
            file.ifPresent(id -> inline.putIfAbsent(part.contentId().orElseThrow(), id));
        }
        return inline;
    }
}
