// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.mail.internal.imap.ImapMailbox;
import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Endpoint.Security;
import dev.troubletickets.mail.internal.net.Login;
import dev.troubletickets.mail.internal.net.Trust;
import dev.troubletickets.mail.internal.net.Waits;
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
    private static final Waits WAITS = Waits.forSession(Duration.ofMinutes(9));

    private final String name;
    private final Endpoint endpoint;
    /** Empty for POP3. */
    private final Optional<String> folder;

    private MailboxAccount(String name, Endpoint endpoint, Optional<String> folder) {
        this.name = requireName(name);
        this.endpoint = endpoint;
        this.folder = folder;
    }

    /** @throws IllegalArgumentException if the host, the port or the user cannot be used */
    public static MailboxAccount pop3(String host, int port, String user, Secret password) {
        return pop3(host, port, Login.byPassword(user, password));
    }

    /**
     * Logs in by XOAUTH2.
     *
     * @throws IllegalArgumentException if the host, the port or the user cannot be used
     */
    public static MailboxAccount pop3(String host, int port, String user, AccessTokens tokens) {
        return pop3(host, port, Login.byToken(user, tokens::current));
    }

    private static MailboxAccount pop3(String host, int port, Login login) {
        Security security = port == POP3_TLS_PORT ? Security.TLS : Security.STARTTLS;
        return of("pop3", Endpoint.of(host, port, security, WAITS), login, Optional.empty());
    }

    /**
     * @param folder such as {@code INBOX}; levels are separated as the server does it
     * @throws IllegalArgumentException if the host, the port or the user cannot be used
     */
    public static MailboxAccount imap(String host, int port, String user, Secret password, String folder) {
        return imap(host, port, Login.byPassword(user, password), folder);
    }

    /**
     * Logs in by XOAUTH2.
     *
     * @param folder such as {@code INBOX}; levels are separated as the server does it
     * @throws IllegalArgumentException if the host, the port or the user cannot be used
     */
    public static MailboxAccount imap(String host, int port, String user, AccessTokens tokens, String folder) {
        return imap(host, port, Login.byToken(user, tokens::current), folder);
    }

    private static MailboxAccount imap(String host, int port, Login login, String folder) {
        Security security = port == IMAP_TLS_PORT ? Security.TLS : Security.STARTTLS;
        return of("imap", Endpoint.of(host, port, security, WAITS), login, Optional.of(folder));
    }

    private static MailboxAccount of(String protocol, Endpoint endpoint, Login login, Optional<String> folder) {
        String name = protocol + ":" + login.user() + "@" + endpoint
                + folder.map(f -> "/" + f).orElse("");
        return new MailboxAccount(name, endpoint.withLogin(login), folder);
    }

    /**
     * The mailbox's identity, by default made of protocol, user, host, port and folder. Give one to move a mailbox to another host
     * without fetching its mails as new ones.
     *
     * @throws IllegalArgumentException if it is blank or has more than 190 characters
     */
    public MailboxAccount named(String identity) {
        return new MailboxAccount(identity, endpoint, folder);
    }

    /** TLS from the first byte, whatever the port. */
    public MailboxAccount implicitTls() {
        return new MailboxAccount(name, endpoint.withSecurity(Security.TLS), folder);
    }

    /** Everything in clear, the password too: for tests and for a server on this machine. */
    public MailboxAccount withoutTls() {
        return new MailboxAccount(name, endpoint.withSecurity(Security.NONE), folder);
    }

    /**
     * The certificates to trust; the runtime's own by default.
     *
     * @throws IllegalArgumentException if the store cannot be used
     */
    public MailboxAccount trusting(KeyStore certificates) {
        return new MailboxAccount(name, endpoint.withTrust(Trust.in(certificates)), folder);
    }

    /**
     * By default 20 seconds to connect, 2 minutes for either party to be silent.
     *
     * @throws IllegalArgumentException if one is shorter than a millisecond or longer than an hour
     */
    public MailboxAccount timeOuts(Duration connect, Duration read, Duration write) {
        return new MailboxAccount(name, endpoint.withWaits(endpoint.waits().with(connect, read, write)), folder);
    }

    /**
     * The longest that a session may take, whatever the server does; what was taken by then is committed. By
     * default 9 minutes, as a node has the mailbox for itself for 10.
     *
     * @throws IllegalArgumentException if it is shorter than a millisecond or longer than an hour
     */
    public MailboxAccount deadline(Duration session) {
        return new MailboxAccount(name, endpoint.withWaits(endpoint.waits().withSession(session)), folder);
    }

    static String requireName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a mailbox is named in 1 to " + LONGEST_NAME + " characters: call named(…)");
        }
        return name;
    }

    Mailbox mailbox() {
        return folder.<Mailbox>map(f -> new ImapMailbox(name, endpoint, f))
                .orElseGet(() -> new Pop3Mailbox(name, endpoint));
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
