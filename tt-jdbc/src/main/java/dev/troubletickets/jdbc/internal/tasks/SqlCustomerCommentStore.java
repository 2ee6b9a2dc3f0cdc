// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.tasks;

import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.CustomerCommentStore;
import java.util.Optional;

public final class SqlCustomerCommentStore implements CustomerCommentStore {
    private final Session session;

    public SqlCustomerCommentStore(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Comment> find(AccountId account) {
        return session.first(
                "select version, content, staff, changed_at from {customer_comment} where account = ?",
                row -> new Comment(account, row.number(), row.text(), StaffId.of(row.text()), row.instant()),
                account.value());
    }

    @Override
    public boolean save(Comment comment) {
        if (comment.version() == 1) {
            return session.insertIfAbsent(
                    "insert into {customer_comment} (account, version, content, staff, changed_at)"
                            + " values (?, 1, ?, ?, ?)",
                    comment.account().value(),
                    comment.text(),
                    comment.by().value(),
                    comment.at());
        }
        return session.change(
                        "update {customer_comment} set version = ?, content = ?, staff = ?, changed_at = ?"
                                + " where account = ? and version = ?",
                        comment.version(),
                        comment.text(),
                        comment.by().value(),
                        comment.at(),
                        comment.account().value(),
                        comment.version() - 1)
                == 1;
    }
}
