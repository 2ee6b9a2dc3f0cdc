// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.net;

import dev.troubletickets.mail.internal.net.Endpoint.Security;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** Puts connections under a deadline, and leaves them to Angus as they are. */
final class WatchedSockets extends GuardedSockets {
    private final Security security;
    private final SSLSocketFactory tls;
    private final Deadline deadline;

    WatchedSockets(Endpoint server, Deadline deadline) {
        this.security = server.security();
        this.tls = server.trust().map(SSLContext::getSocketFactory).orElseGet(() ->
                (SSLSocketFactory) SSLSocketFactory.getDefault());
        this.deadline = deadline;
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        boolean first = deadline.guard(connected);
        return first && security != Security.TLS ? connected : tls.createSocket(connected, host, port, autoClose);
    }
}
