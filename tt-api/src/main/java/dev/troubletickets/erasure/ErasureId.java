// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.erasure;

/** The number of an erasure. */
public record ErasureId(long value) {
    public static ErasureId of(long value) {
        return new ErasureId(value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
