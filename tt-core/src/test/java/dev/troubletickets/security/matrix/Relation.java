// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

/** What a technician is to the ticket, besides what their queues make of them. */
enum Relation {
    /** It is assigned to nobody. */
    NONE,
    ASSIGNEE,
    /** It is assigned to a colleague. */
    COLLEAGUES,
    /** The same, and the colleague is at work on it. */
    LOCKED,
    /** They sent it on to a colleague, and have kept a part. */
    PART,
    INVITED_TO_READ,
    INVITED_TO_NOTE,
    INVITED_TO_ANSWER
}
