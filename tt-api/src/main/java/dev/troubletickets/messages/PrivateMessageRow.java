// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.messages;

import dev.troubletickets.people.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * A private message in a list.
 *
 * @param fromName the full name; the id without a profile
 * @param unread by whoever looks; false for what they sent to others
 */
public record PrivateMessageRow(
        PrivateMessageId id,
        StaffId from,
        String fromName,
        List<Recipient> to,
        String subject,
        Instant at,
        boolean unread) {
    public PrivateMessageRow {
        to = List.copyOf(to);
    }

    /** @param name the full name; the id without a profile */
    public record Recipient(StaffId id, String name) {}
}
