// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.imap;

import dev.troubletickets.mail.internal.net.Deadline;
import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Login;
import dev.troubletickets.mail.internal.net.MailSessions;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A folder on an IMAP server. It is opened read-only until something is deleted. */
public final class ImapMailbox implements Mailbox {
    private static final int FETCH_SIZE = 256 << 10;
    /** Servers may forget who has waited for half an hour (RFC 2177). */
    private static final Duration LONGEST_WATCH = Duration.ofMinutes(25);

    private final String name;
    private final Endpoint server;
    private final String folder;

    /** @param server with a log-in */
    public ImapMailbox(String name, Endpoint server, String folder) {
        this.name = name;
        this.server = server;
        this.folder = folder;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session open() {
        return new ImapSession(connect(server.now(), server.waits().session()));
    }

    @Override
    public Optional<Watch> watch() {
        Duration most = server.waits().session();
        ImapConnection connection = connect(server.now(), most.compareTo(LONGEST_WATCH) < 0 ? most : LONGEST_WATCH);
        try {
            if (connection.store().hasCapability("IDLE")) {
                connection.deadline().allowSilence();
                return Optional.of(new ImapWatch(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (MessagingException | IOException | RuntimeException failure) {
            connection.deadline().cut();
            throw connection.unavailable(failure);
        }
    }

    private ImapConnection connect(Endpoint now, Duration most) {
        Deadline deadline = new Deadline(most);
        IMAPStore store = new IMAPStore(
                MailSessions.session(properties(now, deadline)),
                new URLName("imap", now.host(), now.port(), null, null, null));
        try {
            Login login = now.login().orElseThrow();
            String secret = login.secret().use(bytes -> new String(bytes, StandardCharsets.UTF_8));
            store.connect(now.host(), now.port(), login.user(), secret);
            IMAPFolder opened = (IMAPFolder) store.getFolder(folder);
            opened.open(Folder.READ_ONLY);
            return new ImapConnection(now, deadline, store, opened);
        } catch (MessagingException | RuntimeException failure) {
            close(store);
            deadline.close();
            throw unavailable(failure, now, deadline);
        }
    }

    private static Properties properties(Endpoint now, Deadline deadline) {
        Properties properties = MailSessions.properties("imap", now, deadline);
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.partialfetch", "true");
        properties.put("mail.imap.fetchsize", Integer.toString(FETCH_SIZE));
        return properties;
    }

    /** A refused login has no cause, as that might repeat the password. */
    private MailUnavailable unavailable(Exception failure, Endpoint now, Deadline deadline) {
        if (failure instanceof AuthenticationFailedException) {
            return new MailUnavailable(
                    now + " refuses the login of " + now.login().orElseThrow() + ": " + deadline.why(failure, now),
                    null);
        }
        return new MailUnavailable(
                failure instanceof FolderNotFoundException
                        ? now + " has no folder " + folder
                        : now + " cannot be used: " + deadline.why(failure, now),
                failure);
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException | RuntimeException afterTheFact) {
            return;
        }
    }
}
