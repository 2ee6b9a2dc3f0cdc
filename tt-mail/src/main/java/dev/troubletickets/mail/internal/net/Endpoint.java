// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.net;

import dev.troubletickets.people.Secret;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A server and how to speak to it. Prints as {@code host:port}, nothing else.
 *
 * @param connect how long opening the connection may take; 20 seconds by default
 * @param read how long the server may be silent; 2 minutes by default
 * @param write how long the server may take no bytes; 2 minutes by default
 * @param trust empty for the runtime's own certificates
 */
public record Endpoint(
        String host,
        int port,
        Security security,
        Optional<Login> login,
        Duration connect,
        Duration read,
        Duration write,
        Optional<SSLContext> trust) {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration READ = Duration.ofMinutes(2);
    private static final Duration WRITE = Duration.ofMinutes(2);
    private static final int LAST_PORT = 65_535;

    /** What protects the connection; in both TLS cases the server's name is checked. */
    public enum Security {
        TLS,
        STARTTLS,
        NONE
    }

    /** Who logs in. */
    public record Login(String user, Secret password) {
        public Login {
            requireOneLine(user, "user");
        }
    }

    /** @throws IllegalArgumentException if the host, the port or a time-out cannot be used */
    public Endpoint {
        requireOneLine(host, "host");
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("port must be 1 to " + LAST_PORT);
        }
        requireWait(connect);
        requireWait(read);
        requireWait(write);
    }

    public static Endpoint of(String host, int port, Security security) {
        return new Endpoint(host, port, security, Optional.empty(), CONNECT, READ, WRITE, Optional.empty());
    }

    public Endpoint withLogin(String user, Secret password) {
        return new Endpoint(host, port, security, Optional.of(new Login(user, password)), connect, read, write, trust);
    }

    public Endpoint withSecurity(Security other) {
        return new Endpoint(host, port, other, login, connect, read, write, trust);
    }

    public Endpoint withTimeOuts(Duration toConnect, Duration toRead, Duration toWrite) {
        return new Endpoint(host, port, security, login, toConnect, toRead, toWrite, trust);
    }

    public Endpoint withTrust(SSLContext context) {
        return new Endpoint(host, port, security, login, connect, read, write, Optional.of(context));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static void requireWait(Duration wait) {
        if (wait.toMillis() < 1 || wait.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("a time-out is one millisecond to one hour");
        }
    }

    private static void requireOneLine(String text, String what) {
        if (text.isBlank() || text.length() > 255 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " must be 1 to 255 characters in one line");
        }
    }
}
