// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.settings.SavedResellerSupport;

/** Support of resellers' end users (E4). Needs {@link dev.troubletickets.rights.Permission#RESELLERS}. */
public interface ResellersAdmin {
    SavedResellerSupport support();

    /**
     * Replaces the offer. Who sees which tickets is by the new one at once, on other nodes within five seconds. With the next background
     * rounds, tickets that have changed sides lose the technicians who do not see them any more, as assignees, with parts, locks, drafts
     * and invitations; open ones stay open, and for their customers nothing changes.
     *
     * @throws dev.troubletickets.failure.NotPermitted if somebody else has saved it since
     * @throws dev.troubletickets.failure.Invalid if it names a reseller anew whom the host does not know
     * @throws dev.troubletickets.failure.OverLimit if it names more than 1,000
     * @throws dev.troubletickets.failure.Unavailable if, with those beneath, it says otherwise than by default of more than 30,000
     */
    void save(SavedResellerSupport edited);
}
