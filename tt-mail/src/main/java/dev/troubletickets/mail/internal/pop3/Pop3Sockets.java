// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.pop3;

import dev.troubletickets.mail.internal.net.Deadline;
import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Endpoint.Security;
import dev.troubletickets.mail.internal.net.GuardedSockets;
import dev.troubletickets.mail.internal.net.MailSessions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Properties;
import org.eclipse.angus.mail.util.SocketFetcher;

/** Puts {@link Replies} between one connection and Angus, above TLS, and all under a deadline. TLS itself stays with Angus. */
final class Pop3Sockets extends GuardedSockets implements AutoCloseable {
    private static final String POP3 = "mail.pop3";

    private final Security security;
    private final Properties plain;
    private final Deadline deadline;
    private final Replies replies = new Replies();
    private Socket socket = new Socket();

    Pop3Sockets(Endpoint server) {
        this.security = server.security();
        this.deadline = new Deadline(server.waits().session());
        this.plain = MailSessions.properties("pop3", server);
    }

    /** For a session of Jakarta Mail that makes one connection. */
    Properties properties() {
        Properties guarded = new Properties();
        guarded.putAll(plain);
        guarded.put(POP3 + ".socketFactory", this);
        guarded.put(POP3 + ".ssl.socketFactory", this);
        return guarded;
    }

    Replies replies() {
        return replies;
    }

    Deadline deadline() {
        return deadline;
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        boolean afterStls = connected instanceof Guarded;
        if (!afterStls) {
            socket = connected;
            deadline.guard(connected);
        }
        if (afterStls || security == Security.TLS) {
            socket = SocketFetcher.startTLS(socket, host, plain, POP3);
        }
        replies.from(socket.getInputStream());
        return new Guarded();
    }

    /** Cuts the connection without a word, if it still stands. */
    @Override
    public void close() {
        deadline.close();
        try {
            socket.close();
        } catch (IOException afterTheFact) {
            return;
        }
    }

    /** As much of a socket as Angus uses. */
    private final class Guarded extends Socket {
        @Override
        public InputStream getInputStream() {
            return replies;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return socket.getOutputStream();
        }

        @Override
        public synchronized void setSoTimeout(int millis) throws SocketException {
            socket.setSoTimeout(millis);
        }

        @Override
        public synchronized void close() throws IOException {
            socket.close();
        }
    }
}
