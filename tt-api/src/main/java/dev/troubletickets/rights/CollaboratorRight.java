// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.rights;

/** How far an invitation to a ticket goes (G10). Each right holds those before it. */
public enum CollaboratorRight {
    /** See the ticket with its notes and files, watch it, and favour it. */
    READ,
    /** Write notes, too. */
    NOTE,
    /**
     * Answer the customer, too, by the laws for everybody: with the permission {@link Permission#ANSWER}, with a staff profile, not while a
     * colleague's lock is in force. Such an answer neither closes nor reopens the ticket, nor changes whose it is.
     */
    ANSWER
}
