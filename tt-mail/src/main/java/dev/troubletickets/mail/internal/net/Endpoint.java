// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.net;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A server and how to speak to it. Prints as {@code host:port}, nothing else.
 *
 * @param trust empty for the runtime's own certificates
 */
public record Endpoint(
        String host, int port, Security security, Optional<Login> login, Waits waits, Optional<SSLContext> trust) {
    private static final int LAST_PORT = 65_535;

    /** What protects the connection; in both TLS cases the server's name is checked. */
    public enum Security {
        TLS,
        STARTTLS,
        NONE
    }

    /** @throws IllegalArgumentException if the host or the port cannot be used */
    public Endpoint {
        requireOneLine(host, "host");
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("port must be 1 to " + LAST_PORT);
        }
    }

    public static Endpoint of(String host, int port, Security security, Waits waits) {
        return new Endpoint(host, port, security, Optional.empty(), waits, Optional.empty());
    }

    public Endpoint withLogin(Login who) {
        return new Endpoint(host, port, security, Optional.of(who), waits, trust);
    }

    public Endpoint withSecurity(Security other) {
        return new Endpoint(host, port, other, login, waits, trust);
    }

    public Endpoint withWaits(Waits others) {
        return new Endpoint(host, port, security, login, others, trust);
    }

    public Endpoint withTrust(SSLContext context) {
        return new Endpoint(host, port, security, login, waits, Optional.of(context));
    }

    /**
     * With the secret of now, for one connection.
     *
     * @throws dev.troubletickets.spi.mail.MailUnavailable if there is none
     */
    public Endpoint now() {
        return new Endpoint(host, port, security, login.map(who -> who.now(this)), waits, trust);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    static void requireOneLine(String text, String what) {
        if (text.isBlank() || text.length() > 255 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " must be 1 to 255 characters in one line");
        }
    }
}
