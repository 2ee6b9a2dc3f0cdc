// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import dev.troubletickets.people.AccountId;

/** Packs of support incidents that customers buy from the host (E6). For the host's own programs, not for anybody's desk. */
public interface IncidentPacks {
    /**
     * Grants a pack, in force for tickets opened from then on. Granted again under its key it is the same pack.
     *
     * @return false if it was granted before
     * @throws dev.troubletickets.failure.Invalid if there is another pack of that key, or no such queue
     */
    boolean grant(IncidentPack pack);

    /**
     * Nothing more is used of the pack; what was used stays so. To withdraw it again changes nothing.
     *
     * @throws dev.troubletickets.failure.NotFound if there is no pack of that key
     */
    void withdraw(String key);

    /** What the account has left. */
    IncidentBalance balance(AccountId account);
}
