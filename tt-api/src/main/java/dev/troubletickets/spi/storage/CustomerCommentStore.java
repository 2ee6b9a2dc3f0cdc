// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import java.time.Instant;
import java.util.Optional;

/** What staff have noted about customers (E12), one comment an account. */
public interface CustomerCommentStore {
    Optional<Comment> find(AccountId account);

    /**
     * Keeps a new comment of version 1, or replaces the one whose version is {@code comment.version() - 1}.
     *
     * @return false, having written nothing, if it is there already or its version has moved
     */
    boolean save(Comment comment);

    /** @param text may be empty */
    record Comment(AccountId account, long version, String text, StaffId by, Instant at) {}
}
