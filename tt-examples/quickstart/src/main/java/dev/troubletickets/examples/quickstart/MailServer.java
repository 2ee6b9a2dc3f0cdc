// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The world's mail in one process: an SMTP and a POP3 server on free ports of this machine. Mail to one of our own addresses goes to the
 * support mailbox, all other mail to the mailboxes of the customers, which come into being with their first mail.
 */
final class MailServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final String USER = "support";
    static final String PASSWORD = "in-process-only";

    private final PostOffice office = new PostOffice(
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_POP3));
    private final AtomicLong accepted = new AtomicLong();
    private final GreenMailUser support;

    private MailServer(Set<String> ownAddresses) {
        office.start();
        UserManager users = office.getUserManager();
        support = office.setUser("support@harbour.example", USER, PASSWORD);
        users.setMessageDeliveryHandler((mail, to) -> {
            if (ownAddresses.contains(to.getEmail())) {
                accepted.incrementAndGet();
                return support;
            }
            return mailboxOf(to.getEmail());
        });
    }

    /** Starts the servers. */
    static MailServer start(String... ownAddresses) {
        return new MailServer(Set.of(ownAddresses));
    }

    int smtpPort() {
        return office.getSmtp().getPort();
    }

    int pop3Port() {
        return office.getPop3().getPort();
    }

    /** How many mails were taken for the support mailbox, whether they are still in it or not. */
    long accepted() {
        return accepted.get();
    }

    /** What a customer finds in their mailbox; the newest of it. */
    MimeMessage newest(String address) {
        List<MimeMessage> inbox = inbox(address);
        return inbox.get(inbox.size() - 1);
    }

    /** What a customer finds in their mailbox, oldest first. */
    List<MimeMessage> inbox(String address) {
        GreenMailUser user = office.getUserManager().getUserByEmail(address);
        return user == null ? List.of() : messages(user);
    }

    /** Everything that has arrived at the customers' mailboxes. */
    List<MimeMessage> customersMail() {
        return office.getUserManager().listUser().stream()
                .filter(user -> !user.equals(support))
                .flatMap(user -> messages(user).stream())
                .toList();
    }

    @Override
    public void close() {
        office.stop();
    }

    private GreenMailUser mailboxOf(String address) throws UserException {
        GreenMailUser known = office.getUserManager().getUserByEmail(address);
        return known != null ? known : office.getUserManager().createUser(address, address, PASSWORD);
    }

    private List<MimeMessage> messages(GreenMailUser user) {
        try {
            return office.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
