// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.imap;

import dev.troubletickets.spi.mail.Mailbox.Watch;
import jakarta.mail.MessagingException;

/** A folder in IDLE (RFC 2177). Whatever the server says ends a wait, its assurance that it is still there included. */
final class ImapWatch implements Watch {
    private final ImapConnection connection;

    ImapWatch(ImapConnection connection) {
        this.connection = connection;
    }

    @Override
    public boolean await() {
        try {
            connection.folder().idle(true);
            return true;
        } catch (MessagingException | RuntimeException failure) {
            if (connection.deadline().isOver()) {
                return false;
            }
            throw connection.unavailable(failure);
        }
    }

    /** Cuts the connection, for a polite end would have to wait for the server. */
    @Override
    public void close() {
        connection.deadline().cut();
    }
}
