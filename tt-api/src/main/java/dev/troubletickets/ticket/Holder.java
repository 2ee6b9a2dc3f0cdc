// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

import dev.troubletickets.people.StaffId;

/** With whom a ticket, or a part of it, is open (B5). */
public sealed interface Holder {
    record Technician(StaffId staff) implements Holder {}

    record Department(QueueId queue) implements Holder {}

    static Holder technician(StaffId staff) {
        return new Technician(staff);
    }

    static Holder department(QueueId queue) {
        return new Department(queue);
    }
}
