// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

/** The way a ticket or a message came in. */
public enum Channel {
    PANEL,
    MAIL,
    /** Written by staff, for themselves or for a customer. */
    STAFF
}
