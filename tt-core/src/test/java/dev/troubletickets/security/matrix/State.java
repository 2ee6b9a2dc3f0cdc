// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

enum State {
    NEW,
    ANSWERED,
    ON_HOLD,
    SNOOZED,
    RESOLVED,
    CLOSED,
    ARCHIVED,
    /** Into another of the same customer in the same queue, which is new and nobody's. */
    MERGED,
    DELETED
}
