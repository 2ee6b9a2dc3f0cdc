// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.ports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * For servers that must be told a port. It is none of those that systems give to whoever asks for any (49152 and more by RFC 6335, 32768
 * and more on Linux): such a one would be given to a connection of the tests beside before the server has begun to listen.
 */
public final class FreePort {
    private static final int FIRST = 10_000;
    private static final int LAST = 30_000;
    private static final int TRIES = 1_000;

    private FreePort() {}

    /** On the loopback address; chosen at random, so that it hardly is the choice of a process beside. */
    public static int next() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket brief = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return brief.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
