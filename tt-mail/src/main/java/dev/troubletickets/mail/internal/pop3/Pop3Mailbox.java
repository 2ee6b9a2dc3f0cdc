// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.pop3;

import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** A POP3 account. Angus speaks with the server; what it leaves undone is done by {@link Replies}. */
public final class Pop3Mailbox implements Mailbox {
    private final String name;
    private final Endpoint server;

    /** @param server with a log-in */
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
        Endpoint now = server.now();
        Pop3Sockets sockets = new Pop3Sockets(now);
        try {
            POP3Folder inbox = new Pop3Login(now, sockets).inbox();
            return new Pop3Session(now, sockets, inbox, new Listing(now, sockets.replies(), inbox).read());
        } catch (MessagingException | IOException | RuntimeException failure) {
            sockets.close();
            throw failure instanceof MailUnavailable told ? told : unavailable(failure, now, sockets);
        }
    }

    /** A refused login has no cause, as that might repeat the password. */
    private static MailUnavailable unavailable(Exception failure, Endpoint server, Pop3Sockets sockets) {
        String why = sockets.deadline().why(failure, server);
        return failure instanceof AuthenticationFailedException
                ? new MailUnavailable(
                        server + ": the login of " + server.login().orElseThrow() + " failed: " + why, null)
                : new MailUnavailable(server + " cannot be used: " + why, failure);
    }
}
