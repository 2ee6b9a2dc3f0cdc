// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

/** The number of a saved search (C6). */
public record SavedSearchId(long value) {
    public static SavedSearchId of(long value) {
        return new SavedSearchId(value);
    }
}
