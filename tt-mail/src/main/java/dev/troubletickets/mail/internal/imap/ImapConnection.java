// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.imap;

import dev.troubletickets.mail.internal.net.Deadline;
import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.spi.mail.MailUnavailable;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** @param folder is open */
record ImapConnection(Endpoint server, Deadline deadline, IMAPStore store, IMAPFolder folder) {
    MailUnavailable unavailable(Exception failure) {
        return failure instanceof MailUnavailable told
                ? told
                : new MailUnavailable(server + " broke off: " + deadline.why(failure, server), failure);
    }

    void close() throws MessagingException {
        try (deadline) {
            store.close();
        }
    }
}
