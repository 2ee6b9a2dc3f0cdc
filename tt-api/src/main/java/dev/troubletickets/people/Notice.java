// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

/** What technicians can have a mail written to them about (D12); each chooses with {@link StaffProfile#withNotices}. */
public enum Notice {
    /** A ticket was opened in a queue the technician sees. */
    NEW_TICKET,
    /** A colleague, a rule or the queue gave the technician a ticket, or redirected one to them. */
    ASSIGNED,
    /** The customer wrote to a ticket that the technician has, has a part of, or watches. */
    CUSTOMER_REPLIED,
    /** A colleague gave the technician a task (E7). */
    TASK_ASSIGNED,
    /** A colleague wrote to the technician; from whom and about what, not what it says (E8). */
    PRIVATE_MESSAGE
}
