// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import dev.troubletickets.people.ResellerId;

/** @param number of the reseller's statements, from 1 without gaps */
public record StatementId(ResellerId reseller, int number) {
    /** @throws IllegalArgumentException if the number is not positive */
    public StatementId {
        if (number < 1) {
            throw new IllegalArgumentException("statements are numbered from 1");
        }
    }

    @Override
    public String toString() {
        return reseller + "/" + number;
    }
}
