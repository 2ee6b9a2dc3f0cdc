// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.mail.internal.imap.ImapMailbox;
import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Endpoint.Login;
import dev.troubletickets.mail.internal.net.Endpoint.Security;
import dev.troubletickets.mail.internal.net.Trust;
import dev.troubletickets.mail.internal.pop3.Pop3Mailbox;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.Mailbox;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;

/**
 * A mailbox to fetch from. By default TLS is required: from the first byte on ports 995 and 993, by STARTTLS on any other; the server's
 * name must be in its certificate. Immutable.
 */
public final class MailboxAccount {
    private static final int POP3_TLS_PORT = 995;
    private static final int IMAP_TLS_PORT = 993;
    private static final int LONGEST_NAME = 190;

    private final String name;
    private final Endpoint endpoint;
    private final Login login;
    /** Empty for POP3. */
    private final Optional<String> folder;

    private MailboxAccount(String name, Endpoint endpoint, Login login, Optional<String> folder) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a mailbox is named in 1 to " + LONGEST_NAME + " characters: call named(…)");
        }
        this.name = name;
        this.endpoint = endpoint;
        this.login = login;
        this.folder = folder;
    }

    /** @throws IllegalArgumentException if the host, the port or the user cannot be used */
    public static MailboxAccount pop3(String host, int port, String user, Secret password) {
        Security security = port == POP3_TLS_PORT ? Security.TLS : Security.STARTTLS;
        return of("pop3", Endpoint.of(host, port, security), new Login(user, password), Optional.empty());
    }

    /**
     * @param folder such as {@code INBOX}; levels are separated as the server does it
     * @throws IllegalArgumentException if the host, the port or the user cannot be used
     */
    public static MailboxAccount imap(String host, int port, String user, Secret password, String folder) {
        Security security = port == IMAP_TLS_PORT ? Security.TLS : Security.STARTTLS;
        return of("imap", Endpoint.of(host, port, security), new Login(user, password), Optional.of(folder));
    }

    private static MailboxAccount of(String protocol, Endpoint endpoint, Login login, Optional<String> folder) {
        String name = protocol + ":" + login.user() + "@" + endpoint
                + folder.map(f -> "/" + f).orElse("");
        return new MailboxAccount(name, endpoint.withLogin(login.user(), login.password()), login, folder);
    }

    /**
     * The mailbox's identity, by default made of protocol, user, host, port and folder. Give one to move a mailbox to another host
     * without fetching its mails as new ones.
     *
     * @throws IllegalArgumentException if it is blank or has more than 190 characters
     */
    public MailboxAccount named(String identity) {
        return new MailboxAccount(identity, endpoint, login, folder);
    }

    /** TLS from the first byte, whatever the port. */
    public MailboxAccount implicitTls() {
        return new MailboxAccount(name, endpoint.withSecurity(Security.TLS), login, folder);
    }

    /** Everything in clear, the password too: for tests and for a server on this machine. */
    public MailboxAccount withoutTls() {
        return new MailboxAccount(name, endpoint.withSecurity(Security.NONE), login, folder);
    }

    /**
     * The certificates to trust; the runtime's own by default.
     *
     * @throws IllegalArgumentException if the store cannot be used
     */
    public MailboxAccount trusting(KeyStore certificates) {
        return new MailboxAccount(name, endpoint.withTrust(Trust.in(certificates)), login, folder);
    }

    /**
     * By default 20 seconds to connect, 2 minutes for either party to be silent.
     *
     * @throws IllegalArgumentException if one is shorter than a millisecond or longer than an hour
     */
    public MailboxAccount timeOuts(Duration connect, Duration read, Duration write) {
        return new MailboxAccount(name, endpoint.withTimeOuts(connect, read, write), login, folder);
    }

    Mailbox mailbox() {
        return folder.<Mailbox>map(f -> new ImapMailbox(name, endpoint, login, f))
                .orElseGet(() -> new Pop3Mailbox(name, endpoint, login));
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
