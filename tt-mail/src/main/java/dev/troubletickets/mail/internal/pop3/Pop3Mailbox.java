// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.pop3;

import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import java.io.IOException;

/**
 * A POP3 account. The client is our own, as Angus cannot keep this SPI's promises: it swallows the answer to QUIT (so deletions are never
 * confirmed), reads a message of any size into memory before it can be refused, and reserves as much as the server cares to announce.
 */
public final class Pop3Mailbox implements Mailbox {
    private final String name;
    private final Endpoint server;

    /** @param server with a login */
    public Pop3Mailbox(String name, Endpoint server) {
        this.name = name;
        this.server = server;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session open() {
        try {
            return new Pop3Session(Pop3Connection.open(server));
        } catch (IOException | RuntimeException failure) {
            if (failure instanceof MailUnavailable told) {
                throw told;
            }
            throw new MailUnavailable(server + " cannot be used: " + failure.getMessage(), failure);
        }
    }
}
