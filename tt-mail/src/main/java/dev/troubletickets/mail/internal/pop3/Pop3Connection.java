// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.pop3;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Endpoint.Login;
import dev.troubletickets.mail.internal.net.Endpoint.Security;
import dev.troubletickets.mail.internal.net.Words;
import dev.troubletickets.spi.mail.MailUnavailable;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Commands and replies (RFC 1939 section 3). Commands are short, so that writing needs no time-out of its own. */
final class Pop3Connection implements AutoCloseable {
    private static final int LONGEST_LINE = 4096;

    private final Endpoint server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    private Pop3Connection(Endpoint server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = socket.getOutputStream();
    }

    /** Connected, protected and logged in. */
    static Pop3Connection open(Endpoint server) throws IOException {
        Socket socket = new Socket();
        Pop3Connection connection = null;
        try {
            socket.connect(new InetSocketAddress(server.host(), server.port()), (int)
                    server.connect().toMillis());
            socket.setSoTimeout((int) server.read().toMillis());
            connection =
                    new Pop3Connection(server, server.security() == Security.TLS ? protect(server, socket) : socket);
            connection.greet();
            return connection;
        } catch (IOException | RuntimeException failure) {
            if (connection != null) {
                connection.close();
            }
            socket.close();
            throw failure;
        }
    }

    private void greet() throws IOException {
        reply("the greeting");
        if (server.security() == Security.STARTTLS) {
            command("STLS", "STLS");
            if (in.available() > 0) {
                throw new MailUnavailable(server + " sent words in clear after it had agreed to TLS", null);
            }
            socket = protect(server, socket);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            out = socket.getOutputStream();
        }
        server.login().ifPresent(login -> logIn(login));
    }

    private void logIn(Login login) {
        try {
            command("USER " + login.user(), "the login of " + login.user());
            command(
                    "PASS " + login.password().<String>use(bytes -> new String(bytes, UTF_8)),
                    "the login of " + login.user());
        } catch (IOException lost) {
            throw new MailUnavailable(server + " broke off during the login: " + lost.getMessage(), lost);
        }
    }

    private static Socket protect(Endpoint server, Socket plain) throws IOException {
        try {
            SSLContext context = server.trust().isPresent() ? server.trust().get() : SSLContext.getDefault();
            SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, server.host(), server.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (NoSuchAlgorithmException noTls) {
            throw new IOException(noTls);
        }
    }

    /**
     * Sends a line and waits for {@code +OK}.
     *
     * @param what is named if the server refuses
     */
    String command(String line, String what) throws IOException {
        if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
            throw new MailUnavailable(what + " has a line end in it", null);
        }
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
        return reply(what);
    }

    private String reply(String what) throws IOException {
        String line = line();
        if (line.startsWith("+OK")) {
            return line.substring("+OK".length()).strip();
        }
        throw new MailUnavailable(server + " refuses " + what + ": " + Words.of(line, server), null);
    }

    /** The lines of a reply up to the final dot. */
    void lines(Consumer<String> each) throws IOException {
        for (String line = line(); !line.equals("."); line = line()) {
            each.accept(line.startsWith(".") ? line.substring(1) : line);
        }
    }

    InputStream in() {
        return in;
    }

    Endpoint server() {
        return server;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("connection closed by the server");
            }
            if (line.length() >= LONGEST_LINE) {
                throw new IOException("a reply without end");
            }
            line.append((char) c);
        }
        boolean carriageReturn = !line.isEmpty() && line.charAt(line.length() - 1) == '\r';
        return line.substring(0, line.length() - (carriageReturn ? 1 : 0));
    }

    /** Without a word. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
