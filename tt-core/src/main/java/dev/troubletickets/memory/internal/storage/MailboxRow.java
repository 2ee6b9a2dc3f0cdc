// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.view.MailroomView.MailboxState;
import dev.troubletickets.view.MailroomView.PollError;
import java.time.Instant;
import java.util.Optional;

/**
 * A mailbox as it is kept.
 *
 * @param leasedUntil somebody polls it until then; empty if nobody does
 */
record MailboxRow(MailboxState state, long fence, Optional<Instant> leasedUntil) {
    static MailboxRow named(String name) {
        MailboxState state = new MailboxState(name, Optional.empty(), 0, Optional.empty(), Optional.empty(), 0);
        return new MailboxRow(state, 0, Optional.empty());
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
        return released(new MailboxState(
                state.name(), Optional.of(now), 0, state.lastError(), Optional.of(nextPoll), state.taken()));
    }

    MailboxRow failed(PollError error, Instant nextPoll) {
        return released(new MailboxState(
                state.name(),
                state.lastSuccess(),
                state.failures() + 1,
                Optional.of(error),
                Optional.of(nextPoll),
                state.taken()));
    }

    MailboxRow oneMore() {
        MailboxState next = new MailboxState(
                state.name(),
                state.lastSuccess(),
                state.failures(),
                state.lastError(),
                state.nextPoll(),
                state.taken() + 1);
        return new MailboxRow(next, fence, leasedUntil);
    }

    private MailboxRow released(MailboxState next) {
        return new MailboxRow(next, fence, Optional.empty());
    }
}
