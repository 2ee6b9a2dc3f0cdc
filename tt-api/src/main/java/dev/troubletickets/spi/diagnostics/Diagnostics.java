// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.diagnostics;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The host's tools to look at a service with, such as whois or dig (E12). Called from many threads, and {@link #run} outside any unit of work. The library
 * opens no thread: it waits for what comes in the thread of its caller, as long as the tool's time-out says, and cancels then.
 */
public interface Diagnostics {
    /** In the order a page should show, each name once, at most 50. From memory. */
    List<Tool> tools();

    /**
     * Starts a tool and returns at once. What it says, as plain text, completes the future; so does a failure. Cancelling the future ends
     * the tool. Who hands the target to a command line need not quote it, and an option it cannot be.
     *
     * @param tool one of {@link #tools}
     * @param target of a kind the tool takes
     */
    CompletableFuture<String> run(Tool tool, Target target);
}
