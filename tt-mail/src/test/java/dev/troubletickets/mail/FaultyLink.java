// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** Stands between a client and a real server, and spoils what follows one line of the client. */
final class FaultyLink extends ScriptedServer {
    private final Protocol protocol;
    private final int target;
    private final Fault fault;
    private final int when;
    private final AtomicInteger lines = new AtomicInteger();

    /** How a server refuses what it is told. */
    enum Protocol {
        POP3,
        IMAP,
        SMTP;

        String refusal(String line, boolean never) {
            return switch (this) {
                case POP3 -> "-ERR refused";
                case SMTP -> never ? "554 refused" : "451 refused";
                case IMAP -> (line.isEmpty() ? "*" : line.split(" ", 2)[0]) + (never ? " BAD refused" : " NO refused");
            };
        }
    }

    /** What goes wrong. */
    enum Fault {
        /** Nothing comes any more. */
        HANG,
        /** The connection ends. */
        CLOSE,
        /** The connection is torn down. */
        RESET,
        /** A byte now and then, none of them the end of a line. */
        SLOW,
        /** Something that is no reply, and no end. */
        GARBAGE,
        /** A reply of 4xx, {@code NO} or {@code -ERR}, and the connection ends. */
        NOT_NOW,
        /** A reply of 5xx, {@code BAD} or {@code -ERR}, and the connection ends. */
        NEVER,
        /** The server does what it was told, and its word is lost. */
        LOST_WORD
    }

    /** @param when the number of the client's line, over all connections; 0 for the connection itself */
    FaultyLink(Protocol protocol, int target, Fault fault, int when) {
        super(ServerSocketFactory.getDefault());
        this.protocol = protocol;
        this.target = target;
        this.fault = fault;
        this.when = when;
    }

    /** One that spoils nothing. */
    static FaultyLink sound(Protocol protocol, int target) {
        return new FaultyLink(protocol, target, Fault.CLOSE, Integer.MAX_VALUE);
    }

    /** False if the client said less. */
    boolean isReached() {
        return lines.get() >= when;
    }

    @Override
    void converse(Line client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            AtomicBoolean deaf = new AtomicBoolean();
            if (when == 0) {
                spoil(client, server, "", deaf);
                return;
            }
            start(() -> copy(server, client, deaf));
            while (true) {
                String line = client.read();
                if (lines.incrementAndGet() == when) {
                    spoil(client, server, line, deaf);
                    return;
                }
                send(server, line);
            }
        }
    }

    private void spoil(Line client, Socket server, String line, AtomicBoolean deaf) throws IOException {
        switch (fault) {
            case HANG -> hang();
            case CLOSE -> server.close();
            case RESET -> client.socket().setSoLinger(true, 0);
            case GARBAGE -> client.raw("\u0000\u0007 what?\r\n}{\r\n".getBytes(ISO_8859_1));
            case NOT_NOW -> client.say(protocol.refusal(line, false));
            case NEVER -> client.say(protocol.refusal(line, true));
            case SLOW -> {
                while (true) {
                    client.raw(new byte[] {'a'});
                    pause(30);
                }
            }
            case LOST_WORD -> {
                deaf.set(true);
                send(server, line);
                pause(100);
            }
        }
    }

    private static void send(Socket server, String line) throws IOException {
        server.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
        server.getOutputStream().flush();
    }

    private static void copy(Socket server, Line client, AtomicBoolean deaf) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = server.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!deaf.get()) {
                    client.out().write(buffer, 0, read);
                    client.out().flush();
                }
            }
        } catch (IOException gone) {
            return;
        }
    }
}
