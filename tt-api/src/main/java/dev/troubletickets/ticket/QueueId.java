// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

/** The id of a queue (department), given by the library, from 1. */
public record QueueId(long value) {
    /** @throws IllegalArgumentException if the id is below 1 */
    public QueueId {
        if (value < 1) {
            throw new IllegalArgumentException("a queue's id starts at 1");
        }
    }

    public static QueueId of(long value) {
        return new QueueId(value);
    }
}
