// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

/** What the provider thinks of a customer (B12): a good one buys a lot and is pleasant, a bad one quarrels and pays late. */
public enum Characteristic {
    GOOD,
    BAD,
    /** Nothing was said. */
    NONE
}
