// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.knowledge;

/** For whom an article is. */
public enum Audience {
    /** Staff alone. */
    INTERNAL,
    /** Customers, too. */
    PUBLIC
}
