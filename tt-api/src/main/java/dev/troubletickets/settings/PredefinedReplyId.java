// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

/** The number of a predefined reply (F4). */
public record PredefinedReplyId(long value) {
    public static PredefinedReplyId of(long value) {
        return new PredefinedReplyId(value);
    }
}
