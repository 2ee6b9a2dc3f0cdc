// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.messages;

/** The number of a private message (E8). */
public record PrivateMessageId(long value) {
    public static PrivateMessageId of(long value) {
        return new PrivateMessageId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
