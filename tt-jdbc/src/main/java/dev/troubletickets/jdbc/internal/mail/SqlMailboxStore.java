// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.mail;

import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.MailboxStore;
import dev.troubletickets.view.MailroomView.MailboxState;
import dev.troubletickets.view.MailroomView.PollError;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

public final class SqlMailboxStore implements MailboxStore {
    private final Session session;

    public SqlMailboxStore(Session session) {
        this.session = session;
    }

    @Override
    public OptionalLong lease(String mailbox, Instant now, Instant until) {
        int taken = session.change(
                "update {mailbox} set fence = fence + 1, leased_until = ? where name = ?"
                        + " and (leased_until is null or leased_until <= ?) and (next_poll is null or next_poll <= ?)",
                until,
                mailbox,
                now,
                now);
        if (taken == 1) {
            return OptionalLong.of(session.number("select fence from {mailbox} where name = ?", mailbox));
        }
        boolean first = session.insertIfAbsent(
                "insert into {mailbox} (name, fence, leased_until, failures) values (?, 1, ?, 0)", mailbox, until);
        return first ? OptionalLong.of(1) : OptionalLong.empty();
    }

    @Override
    public void succeeded(String mailbox, long fence, Instant now, Instant nextPoll) {
        session.later(
                "update {mailbox} set leased_until = null, last_success = ?, failures = 0, next_poll = ?"
                        + " where name = ? and fence = ?",
                now,
                nextPoll,
                mailbox,
                fence);
    }

    @Override
    public void failed(String mailbox, long fence, PollError error, Instant nextPoll) {
        session.later(
                "update {mailbox} set leased_until = null, failures = failures + 1, last_error = ?, last_failure = ?,"
                        + " next_poll = ? where name = ? and fence = ?",
                error.reason(),
                error.at(),
                nextPoll,
                mailbox,
                fence);
    }

    @Override
    public void took(String mailbox) {
        session.later("update {mailbox} set taken = taken + 1 where name = ?", mailbox);
    }

    @Override
    public List<MailboxState> states() {
        return session.list(
                "select name, last_success, failures, last_error, last_failure, next_poll, taken from {mailbox} order by name",
                SqlMailboxStore::state);
    }

    private static MailboxState state(Row row) throws SQLException {
        return new MailboxState(
                row.text(),
                Optional.ofNullable(row.instantOrNull()),
                row.integer(),
                error(row.textOrNull(), row.instantOrNull()),
                Optional.ofNullable(row.instantOrNull()),
                row.number());
    }

    private static Optional<PollError> error(@Nullable String reason, @Nullable Instant at) {
        return reason == null || at == null ? Optional.empty() : Optional.of(new PollError(reason, at));
    }
}
