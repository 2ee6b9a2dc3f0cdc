// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.imap;

import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Endpoint.Login;
import dev.troubletickets.mail.internal.net.MailSessions;
import dev.troubletickets.mail.internal.net.Words;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A folder on an IMAP server. It is opened read-only until something is deleted. */
public final class ImapMailbox implements Mailbox {
    private static final int FETCH_SIZE = 256 << 10;

    private final String name;
    private final Endpoint server;
    private final Login login;
    private final String folder;
    private final jakarta.mail.Session session;

    public ImapMailbox(String name, Endpoint server, Login login, String folder) {
        this.name = name;
        this.server = server;
        this.login = login;
        this.folder = folder;
        Properties properties = MailSessions.properties("imap", server);
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.partialfetch", "true");
        properties.put("mail.imap.fetchsize", Integer.toString(FETCH_SIZE));
        this.session = MailSessions.session(properties);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session open() {
        IMAPStore store = new IMAPStore(session, new URLName("imap", server.host(), server.port(), null, null, null));
        try {
            String password = login.password().use(bytes -> new String(bytes, StandardCharsets.UTF_8));
            store.connect(server.host(), server.port(), login.user(), password);
            IMAPFolder opened = (IMAPFolder) store.getFolder(folder);
            opened.open(Folder.READ_ONLY);
            return new ImapSession(server, store, opened);
        } catch (MessagingException | RuntimeException failure) {
            close(store);
            throw new MailUnavailable(server + reason(failure), failure);
        }
    }

    private String reason(Exception failure) {
        if (failure instanceof AuthenticationFailedException) {
            return " refuses the login of " + login.user() + ": " + Words.of(failure.getMessage(), server);
        }
        return failure instanceof FolderNotFoundException
                ? " has no folder " + folder
                : " cannot be used: " + Words.of(failure.getMessage(), server);
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException | RuntimeException afterTheFact) {
            return;
        }
    }
}
