// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.Characteristic;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Urgency;
import java.util.Optional;

/**
 * The small pictures at a ticket in a list (B12).
 *
 * @param characteristic good or bad customer; {@code NONE} also without an account, or where the host no longer knows it
 * @param group the name of the customer's group
 * @param brand the provider's project the account belongs to
 * @param byMail it came by mail
 * @param unread something in it this technician has not read
 * @param highlighted the requester's domain is on the highlight list (D11)
 * @param lockedBy whose lock is in force (B6)
 */
public record Marks(
        Characteristic characteristic,
        Optional<String> group,
        Optional<String> brand,
        Urgency urgency,
        boolean byMail,
        boolean unread,
        boolean highlighted,
        Optional<StaffId> lockedBy) {}
