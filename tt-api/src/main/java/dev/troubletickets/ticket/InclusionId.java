// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

/** An encrypted block of a message (F2), named through its message; numbered from 1 in the order of the text. */
public record InclusionId(MessageId message, int number) {
    /** @throws IllegalArgumentException if the number is below 1 */
    public InclusionId {
        if (number < 1) {
            throw new IllegalArgumentException("an inclusion's number starts at 1");
        }
    }

    @Override
    public String toString() {
        return message + "#" + number;
    }
}
