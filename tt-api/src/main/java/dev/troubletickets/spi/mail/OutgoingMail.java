// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.mail;

import dev.troubletickets.command.Upload;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.ticket.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A mail to compose. Names and the subject are header-safe by their types or are encoded by the format; ids are the library's own or
 * were checked when stored.
 *
 * @param references the oldest first, as the References header wants them; the last is In-Reply-To
 * @param automatic true for mail no person wrote: composed with {@code Auto-Submitted: auto-replied} (RFC 3834 section 5)
 */
public record OutgoingMail(
        Mailer from,
        List<EmailAddress> to,
        List<EmailAddress> cc,
        Subject subject,
        String messageId,
        List<String> references,
        Instant date,
        boolean automatic,
        String text,
        List<Upload> attachments) {
    public OutgoingMail {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a mail goes to someone");
        }
        if (!isMessageId(messageId) || !references.stream().allMatch(OutgoingMail::isMessageId)) {
            throw new IllegalArgumentException("a message id is <left@right>, printable, without spaces");
        }
    }

    /** @param name shown before the address; any characters that cannot stand in a header become spaces */
    public record Mailer(EmailAddress address, String name) {
        public Mailer {
            name = name.isBlank() ? "" : Subject.clean(name).value();
        }
    }

    /** Everyone the envelope names. */
    public Set<EmailAddress> recipients() {
        Set<EmailAddress> all = new java.util.LinkedHashSet<>(to);
        all.addAll(cc);
        return all;
    }

    /** True for an id that can be put into a header as it is. */
    public static boolean isMessageId(String id) {
        return id.length() > 4
                && id.length() <= 900
                && id.charAt(0) == '<'
                && id.indexOf('>') == id.length() - 1
                && id.lastIndexOf('<') == 0
                && id.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
