// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.bulk;

/** The number of a mass action (C5). */
public record BulkJobId(long value) {
    public static BulkJobId of(long value) {
        return new BulkJobId(value);
    }
}
