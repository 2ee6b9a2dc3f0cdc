// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.MailboxStore;
import dev.troubletickets.view.MailroomView.MailboxState;
import dev.troubletickets.view.MailroomView.PollError;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Polled mailboxes. For use inside a unit of work alone. */
final class MemoryMailboxes implements MailboxStore {
    private final Tables tables;

    MemoryMailboxes(Tables tables) {
        this.tables = tables;
    }

    @Override
    public OptionalLong lease(String mailbox, Instant now, Instant until) {
        MailboxRow row = tables.mailboxes.find(mailbox).orElseGet(() -> MailboxRow.named(mailbox));
        if (!row.isFree(now)) {
            return OptionalLong.empty();
        }
        MailboxRow leased = row.leased(until);
        tables.mailboxes.put(mailbox, leased);
        return OptionalLong.of(leased.fence());
    }

    @Override
    public void succeeded(String mailbox, long fence, Instant now, Instant nextPoll) {
        change(mailbox, fence, row -> row.succeeded(now, nextPoll));
    }

    @Override
    public void failed(String mailbox, long fence, PollError error, Instant nextPoll) {
        change(mailbox, fence, row -> row.failed(error, nextPoll));
    }

    @Override
    public void took(String mailbox) {
        tables.mailboxes.find(mailbox).ifPresent(row -> tables.mailboxes.put(mailbox, row.oneMore()));
    }

    @Override
    public List<MailboxState> states() {
        return tables.mailboxes.rows().stream().map(MailboxRow::state).toList();
    }

    private void change(String mailbox, long fence, UnaryOperator<MailboxRow> change) {
        tables.mailboxes
                .find(mailbox)
                .filter(row -> row.fence() == fence)
                .map(change)
                .ifPresent(row -> tables.mailboxes.put(mailbox, row));
    }
}
