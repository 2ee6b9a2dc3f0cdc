// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.ticket.AttachmentId;
import java.util.Map;

/**
 * A mail as its writer laid it out (D10).
 *
 * @param inline the attachments that stand in the text, by the Content-ID that pictures name after {@code cid:}
 */
public record MailHtml(SafeHtml html, Map<String, AttachmentId> inline) {
    public MailHtml {
        inline = Map.copyOf(inline);
    }
}
