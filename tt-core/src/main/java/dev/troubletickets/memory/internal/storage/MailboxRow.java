// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.view.MailroomView.MailboxState;
import java.time.Instant;
import java.util.Optional;

/**
 * A mailbox as it is kept.
 *
 * @param leasedUntil somebody polls it until then; empty if nobody does
 */
record MailboxRow(MailboxState state, long fence, Optional<Instant> leasedUntil) {
    static MailboxRow named(String name) {
        return new MailboxRow(
                new MailboxState(name, Optional.empty(), 0, Optional.empty(), Optional.empty()), 0, Optional.empty());
    }

    boolean isFree(Instant now) {
        boolean leased = leasedUntil.isPresent() && leasedUntil.get().isAfter(now);
        boolean early = state.nextPoll().isPresent() && state.nextPoll().get().isAfter(now);
        return !leased && !early;
    }

    MailboxRow leased(Instant until) {
        return new MailboxRow(state, fence + 1, Optional.of(until));
    }

    MailboxRow succeeded(Instant now, Instant nextPoll) {
        return released(new MailboxState(state.name(), Optional.of(now), 0, Optional.empty(), Optional.of(nextPoll)));
    }

    MailboxRow failed(String error, Instant nextPoll) {
        return released(new MailboxState(
                state.name(), state.lastSuccess(), state.failures() + 1, Optional.of(error), Optional.of(nextPoll)));
    }

    private MailboxRow released(MailboxState next) {
        return new MailboxRow(next, fence, Optional.empty());
    }
}
