// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

/** Where the next page of a list begins; opaque, fit for a link. A token of another list or order is refused as invalid. */
public record PageToken(String value) {
    @Override
    public String toString() {
        return value;
    }
}
