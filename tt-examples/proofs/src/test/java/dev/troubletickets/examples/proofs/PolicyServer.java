// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells Postfix once what to say to a recipient (its policy delegation protocol), as a greylisting server does. */
final class PolicyServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Map<String, String> next = new ConcurrentHashMap<>();

    PolicyServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void once(String recipient, String reply) {
        next.put(recipient, reply);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket postfix = listener.accept();
                start(() -> answer(postfix));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket postfix) {
        try (postfix;
                BufferedReader in = new BufferedReader(new InputStreamReader(postfix.getInputStream(), US_ASCII))) {
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("recipient=")) {
                    recipient = line.substring("recipient=".length());
                } else if (line.isEmpty()) {
                    String reply = next.remove(recipient);
                    String action = "action=" + (reply == null ? "DUNNO" : reply) + "\n\n";
                    postfix.getOutputStream().write(action.getBytes(US_ASCII));
                    postfix.getOutputStream().flush();
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "policy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
