// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Endpoint.Security;
import dev.troubletickets.mail.internal.net.Login;
import dev.troubletickets.mail.internal.net.Trust;
import dev.troubletickets.mail.internal.net.Waits;
import dev.troubletickets.people.Secret;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;

/**
 * The server that takes outgoing mail. By default TLS is required: from the first byte on port 465, by STARTTLS on any other; the
 * server's name must be in its certificate. Nobody logs in. Immutable.
 */
public final class SmtpServer {
    private static final int TLS_PORT = 465;
    private static final Waits WAITS = Waits.forSession(Duration.ofMinutes(4));

    private final Endpoint endpoint;
    private final Optional<String> greeting;

    private SmtpServer(Endpoint endpoint, Optional<String> greeting) {
        this.endpoint = endpoint;
        this.greeting = greeting;
    }

    /** @throws IllegalArgumentException if the host or the port cannot be used */
    public static SmtpServer of(String host, int port) {
        return new SmtpServer(
                Endpoint.of(host, port, port == TLS_PORT ? Security.TLS : Security.STARTTLS, WAITS), Optional.empty());
    }

    public SmtpServer login(String user, Secret password) {
        return new SmtpServer(endpoint.withLogin(Login.byPassword(user, password)), greeting);
    }

    /** Logs in by XOAUTH2. */
    public SmtpServer login(String user, AccessTokens tokens) {
        return new SmtpServer(endpoint.withLogin(Login.byToken(user, tokens::current)), greeting);
    }

    /** TLS from the first byte, whatever the port. */
    public SmtpServer implicitTls() {
        return new SmtpServer(endpoint.withSecurity(Security.TLS), greeting);
    }

    /** Everything in clear, the password too: for tests and for a server on this machine. */
    public SmtpServer withoutTls() {
        return new SmtpServer(endpoint.withSecurity(Security.NONE), greeting);
    }

    /**
     * The certificates to trust; the runtime's own by default.
     *
     * @throws IllegalArgumentException if the store cannot be used
     */
    public SmtpServer trusting(KeyStore certificates) {
        return new SmtpServer(endpoint.withTrust(Trust.in(certificates)), greeting);
    }

    /**
     * By default 20 seconds to connect, 2 minutes for either party to be silent.
     *
     * @throws IllegalArgumentException if one is shorter than a millisecond or longer than an hour
     */
    public SmtpServer timeOuts(Duration connect, Duration read, Duration write) {
        return new SmtpServer(endpoint.withWaits(endpoint.waits().with(connect, read, write)), greeting);
    }

    /**
     * The longest that sending one mail may take. By default 4 minutes; longer, and another node may take a mail for
     * lost that is still being sent.
     *
     * @throws IllegalArgumentException if it is shorter than a millisecond or longer than an hour
     */
    public SmtpServer deadline(Duration mail) {
        return new SmtpServer(endpoint.withWaits(endpoint.waits().withSession(mail)), greeting);
    }

    /** The name to give in EHLO (RFC 5321 section 4.1.1.1); what the machine calls itself by default. */
    public SmtpServer greetingAs(String hostName) {
        if (hostName.isBlank() || !hostName.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("a host name is printable ASCII without spaces");
        }
        return new SmtpServer(endpoint, Optional.of(hostName));
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Optional<String> greeting() {
        return greeting;
    }

    /** Host and port. */
    @Override
    public String toString() {
        return endpoint.toString();
    }
}
