// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.feed;

import dev.troubletickets.failure.Invalid;

/**
 * Every event of every ticket once, in an order that never changes (G4). Whoever reads from a cursor on misses nothing, however many nodes
 * write at once and in whatever order their transactions end: an event gets its place only after it is committed, and then behind all that
 * have one. The events of one ticket come in the order in which they happened to it; those of different tickets about in the order of time.
 *
 * <p>The feed is for the host's own programs: it knows no actor, leaves nobody's tickets out, and tells what customers must not read. To
 * keep webhooks and mirrors exact, store the cursor with what was made of the events, or have it kept here and expect the last page again
 * after a crash. Safe for concurrent use; every call is a unit of work.
 */
public interface EventFeed {
    /** So many events at most are read at once. */
    int MOST = 1000;

    /** A consumer's name has at most so many characters. */
    int LONGEST_NAME = 100;

    /**
     * The next events. All that were committed when it was called have their place, and come if the page has room for them.
     *
     * @param limit 1 to {@value #MOST}
     * @throws Invalid for another limit, and for a cursor beyond the feed's end: it is of another installation, or of a time that was lost
     */
    FeedPage read(Cursor after, int limit);

    /**
     * Where this consumer is; at the start if nothing was kept of it.
     *
     * @param consumer a name of the host's choice, 1 to {@value #LONGEST_NAME} printable characters, compared exactly
     * @throws Invalid for another name
     */
    Cursor position(String consumer);

    /**
     * Keeps that this consumer has come so far. An earlier place than the kept one changes nothing.
     *
     * @throws Invalid for no such name, or a cursor beyond the feed's end
     */
    void advance(String consumer, Cursor to);

    /**
     * Has this consumer go on from there, also backwards.
     *
     * @throws Invalid for no such name, or a cursor beyond the feed's end
     */
    void rewind(String consumer, Cursor to);
}
