// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.pop3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Endpoint.Login;
import dev.troubletickets.mail.internal.net.MailSessions;
import dev.troubletickets.mail.internal.net.Words;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Store;

/** A POP3 account. Angus speaks with the server; what it leaves undone is done by {@link Replies}. */
public final class Pop3Mailbox implements Mailbox {
    private final String name;
    private final Endpoint server;
    private final Login login;

    public Pop3Mailbox(String name, Endpoint server, Login login) {
        this.name = name;
        this.server = server;
        this.login = login;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session open() {
        GuardedSockets sockets = new GuardedSockets(server);
        try {
            POP3Folder inbox = logIn(sockets.properties());
            return new Pop3Session(server, sockets, inbox, new Listing(server, sockets.replies(), inbox).read());
        } catch (MessagingException | IOException | RuntimeException failure) {
            sockets.close();
            throw failure instanceof MailUnavailable told ? told : unavailable(failure);
        }
    }

    /** A refused login has no cause, as that might repeat the password. */
    private MailUnavailable unavailable(Exception failure) {
        String why = Words.of(failure, server);
        return failure instanceof AuthenticationFailedException
                ? new MailUnavailable(server + ": the login of " + login.user() + " failed: " + why, null)
                : new MailUnavailable(server + " cannot be used: " + why, failure);
    }

    private POP3Folder logIn(Properties properties) throws MessagingException {
        // USER and PASS: a refused token would go unnoticed
        properties.put("mail.pop3.auth.mechanisms", "LOGIN");
        POP3Store store = new POP3Store(
                MailSessions.session(properties), new URLName("pop3", server.host(), server.port(), null, null, null));
        // Angus sends each character as one byte: these are the bytes of UTF-8
        String user = new String(login.user().getBytes(UTF_8), ISO_8859_1);
        String password = login.password().use(bytes -> new String(bytes, ISO_8859_1));
        if (password.indexOf('\r') >= 0 || password.indexOf('\n') >= 0) {
            throw new MailUnavailable("the password of " + login.user() + " has a line end in it", null);
        }
        store.connect(server.host(), server.port(), user, password);
        return (POP3Folder) store.getFolder("INBOX");
    }
}
