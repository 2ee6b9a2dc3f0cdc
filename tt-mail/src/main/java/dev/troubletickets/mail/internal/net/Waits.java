// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.net;

import java.time.Duration;

/**
 * How long to have patience with a server.
 *
 * @param connect how long opening the connection may take; 20 seconds by default
 * @param read how long the server may be silent; 2 minutes by default
 * @param write how long the server may take no bytes; 2 minutes by default
 * @param session how long all of it may take
 */
public record Waits(Duration connect, Duration read, Duration write, Duration session) {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration READ = Duration.ofMinutes(2);
    private static final Duration WRITE = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** @throws IllegalArgumentException if one is shorter than a millisecond or longer than an hour */
    public Waits {
        requireWait(connect);
        requireWait(read);
        requireWait(write);
        requireWait(session);
    }

    public static Waits forSession(Duration session) {
        return new Waits(CONNECT, READ, WRITE, session);
    }

    public Waits with(Duration toConnect, Duration toRead, Duration toWrite) {
        return new Waits(toConnect, toRead, toWrite, session);
    }

    public Waits withSession(Duration most) {
        return new Waits(connect, read, write, most);
    }

    private static void requireWait(Duration wait) {
        if (wait.toMillis() < 1 || wait.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a time-out is one millisecond to one hour");
        }
    }
}
