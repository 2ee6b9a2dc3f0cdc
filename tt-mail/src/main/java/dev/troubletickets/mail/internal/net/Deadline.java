// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.net;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The longest that a session may take, whatever the server does: one that gives a byte now and then is never silent for long. When it is
 * over the connections are cut, by the one thread that the runtime keeps for all time-outs of futures.
 */
public final class Deadline implements AutoCloseable {
    private final Duration most;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final List<Socket> sockets = new ArrayList<>();
    private boolean over;

    /** Begins now. */
    public Deadline(Duration most) {
        this.most = most;
        CompletableFuture<Void> unused = end.orTimeout(most.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((ended, late) -> {
                    if (late != null) {
                        end();
                    }
                });
    }

    /** True if it was not guarded before. */
    public synchronized boolean guard(Socket socket) {
        if (over) {
            cut(socket);
        }
        boolean first = sockets.stream().noneMatch(known -> known == socket);
        if (first) {
            sockets.add(socket);
        }
        return first;
    }

    /** Why something failed: because this was over, or for what lies at the bottom of the failure. */
    public synchronized String why(Throwable failure, Endpoint server) {
        return over
                ? "the session took longer than " + most.toMillis() / 1_000.0 + " seconds"
                : Words.of(failure, server);
    }

    public synchronized boolean isOver() {
        return over;
    }

    /** The other side may say nothing until this is over: that is what is waited for. */
    public synchronized void allowSilence() throws IOException {
        for (Socket socket : sockets) {
            if (!socket.isClosed()) {
                socket.setSoTimeout(0);
            }
        }
    }

    /** Cuts the connections before the time. */
    public synchronized void cut() {
        sockets.forEach(Deadline::cut);
        close();
    }

    private synchronized void end() {
        over = true;
        sockets.forEach(Deadline::cut);
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException afterTheFact) {
            return;
        }
    }

    /** The session has ended in time. */
    @Override
    public void close() {
        end.complete(null);
    }
}
