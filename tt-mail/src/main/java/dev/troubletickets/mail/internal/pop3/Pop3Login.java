// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.pop3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Login;
import dev.troubletickets.mail.internal.net.MailSessions;
import dev.troubletickets.mail.internal.net.Words;
import dev.troubletickets.spi.mail.MailUnavailable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import java.util.Base64;
import java.util.Properties;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Store;

/**
 * By USER and PASS, or by XOAUTH2. A server refuses an access token by asking on, and Angus takes that for a yes; so what the server said
 * last is looked at here.
 */
final class Pop3Login {
    private static final long OPENING = 64 << 10;

    private final Endpoint server;
    private final Login login;
    private final Pop3Sockets sockets;
    private String last = "";

    Pop3Login(Endpoint server, Pop3Sockets sockets) {
        this.server = server;
        this.login = server.login().orElseThrow();
        this.sockets = sockets;
    }

    POP3Folder inbox() throws MessagingException {
        Properties properties = sockets.properties();
        if (!login.byToken()) {
            properties.put("mail.pop3.auth.mechanisms", "LOGIN");
        }
        POP3Store store = new POP3Store(
                MailSessions.session(properties), new URLName("pop3", server.host(), server.port(), null, null, null));
        sockets.replies().expect(OPENING, line -> last = line);
        String secret = login.secret().use(bytes -> new String(bytes, ISO_8859_1));
        if (secret.indexOf('\r') >= 0 || secret.indexOf('\n') >= 0) {
            throw new MailUnavailable("the password of " + login.user() + " has a line end in it", null);
        }
        // Angus sends each character of USER as one byte: these are the bytes of UTF-8
        String user = login.byToken() ? login.user() : new String(login.user().getBytes(UTF_8), ISO_8859_1);
        store.connect(server.host(), server.port(), user, secret);
        if (login.byToken() && !last.startsWith("+OK")) {
            throw new AuthenticationFailedException(refusal());
        }
        return (POP3Folder) store.getFolder("INBOX");
    }

    /** What the server asks on with is an error in JSON (as Google and Microsoft document XOAUTH2). */
    private String refusal() {
        String said = last.startsWith("+ ") ? last.substring(2).strip() : last;
        try {
            said = new String(Base64.getDecoder().decode(said), UTF_8);
        } catch (IllegalArgumentException notSo) {
            return "the access token is refused: " + Words.of(said, server);
        }
        return "the access token is refused: " + Words.of(said, server);
    }
}
