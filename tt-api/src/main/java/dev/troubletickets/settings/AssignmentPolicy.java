// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

/**
 * How a queue's new tickets, and those that a follow-up brings back to it, find a technician by themselves (B14). They go to technicians who
 * are entitled to the queue, have a staff profile and may answer; in the default queue all technicians are entitled, and nowhere the main
 * administrator, unless entitled by name. A ticket for which nobody is found stays unassigned.
 */
public enum AssignmentPolicy {
    /** They stay unassigned until somebody takes them; the default. */
    MANUAL,
    /** To one after the other, in the directory's order. */
    ROUND_ROBIN,
    /** To whom the fewest new and open tickets are assigned in all queues, snoozed ones apart; among equals, to one after the other. */
    LEAST_LOADED,
    /** To whom a ticket of this customer is or was assigned last, among the customer's twenty last; of an address without account, its own. */
    LAST_TECHNICIAN
}
