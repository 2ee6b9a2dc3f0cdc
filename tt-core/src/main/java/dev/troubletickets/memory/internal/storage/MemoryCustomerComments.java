// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.CustomerCommentStore;
import java.util.Optional;

/** What staff have noted about customers. For use inside a unit of work alone. */
final class MemoryCustomerComments implements CustomerCommentStore {
    private final Tables tables;

    MemoryCustomerComments(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Comment> find(AccountId account) {
        return tables.customerComments.find(account.value());
    }

    @Override
    public boolean save(Comment comment) {
        long version = find(comment.account()).map(Comment::version).orElse(0L);
        boolean next = version == comment.version() - 1;
        if (next) {
            tables.customerComments.put(comment.account().value(), comment);
        }
        return next;
    }
}
