// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.knowledge;

import dev.troubletickets.people.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * The staff's page of an article.
 *
 * @param version rises with every change; a change names the one it was made from
 * @param edits who wrote and changed it, oldest first; at most the last 100
 */
public record Article(ArticleRow row, String text, long version, List<Edit> edits) {
    public Article {
        edits = List.copyOf(edits);
    }

    /** @param byName the full name; the id without a profile */
    public record Edit(long version, Instant at, StaffId by, String byName) {}
}
