// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

/** An attachment, named through its message; numbered from 1. */
public record AttachmentId(MessageId message, int number) {
    /** @throws IllegalArgumentException if the number is below 1 */
    public AttachmentId {
        if (number < 1) {
            throw new IllegalArgumentException("an attachment's number starts at 1");
        }
    }

    @Override
    public String toString() {
        return message + "/" + number;
    }
}
