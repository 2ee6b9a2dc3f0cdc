// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.view.MailroomView.MailboxState;
import dev.troubletickets.view.MailroomView.PollError;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** The state of polled mailboxes, and who polls one now: one node at a time, by a lease. */
public interface MailboxStore {
    /**
     * Takes the mailbox until the given instant if its next poll is due and nobody has it.
     *
     * @return a fencing number, larger than all before; empty if it is not due, or somebody else's
     */
    OptionalLong lease(String mailbox, Instant now, Instant until);

    /** Ends the lease. Without effect if the fencing number is no longer the newest. */
    void succeeded(String mailbox, long fence, Instant now, Instant nextPoll);

    /** Ends the lease, counts a failure. Without effect if the fencing number is no longer the newest. */
    void failed(String mailbox, long fence, PollError error, Instant nextPoll);

    /** One more mail of a mailbox that was leased before is kept. */
    void took(String mailbox);

    /** By name. */
    List<MailboxState> states();
}
