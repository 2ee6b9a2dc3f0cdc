// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.rights.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether customers can be charged (E6).
 *
 * @param hostBills the host does billing
 */
public record Chargeable(boolean hostBills) {
    /** Why nobody could charge that account for a ticket; null for a ticket of none. */
    public Optional<Refusal> refusal(@Nullable AccountId account) {
        if (!hostBills) {
            return Optional.of(Refusal.NO_BILLING);
        }
        return account == null ? Optional.of(Refusal.NO_ACCOUNT) : Optional.empty();
    }
}
