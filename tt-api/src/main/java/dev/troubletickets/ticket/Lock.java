// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

import dev.troubletickets.people.StaffId;
import java.time.Instant;

/**
 * A lease on a ticket (B6): while it lasts, colleagues do all but reply, pick it up and delete it. It keeps two people from
 * doing the same work; what keeps writes apart is the ticket's version alone.
 *
 * @param until when it is over by itself; whoever holds it renews it
 */
public record Lock(StaffId holder, Instant until) {
    public boolean isInForce(Instant now) {
        return until.isAfter(now);
    }

    /** True if somebody other than this technician holds it now. */
    public boolean keepsOut(StaffId staff, Instant now) {
        return isInForce(now) && !holder.equals(staff);
    }
}
