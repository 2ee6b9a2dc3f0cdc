// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.CustomerComment;
import java.net.URI;
import java.util.Optional;

/** What technicians do about a customer. Accounts that the technician's own search would not find are {@code NotFound}. */
public interface Customers {
    /**
     * The link by which the technician enters the control panel of the ticket's customer (E1). The host makes it at this moment; the library
     * keeps it nowhere. That the technician has asked for it is in the audit before the link is handed out. Needs {@link
     * dev.troubletickets.rights.Permission#SWITCH_TO_PANEL}, and a ticket that the technician handles.
     *
     * @throws dev.troubletickets.failure.NotPermitted without the permission, and for a ticket without an account
     * @throws dev.troubletickets.failure.NotFound if the host makes no link
     */
    URI switchToPanel(TicketId ticket);

    /**
     * What staff have noted about the customer (E12), as beside their tickets: {@link
     * dev.troubletickets.view.StaffTicketView#comment}. It is the provider's staff's: a reseller's (E4) and customers never see it.
     *
     * @return empty if nothing was ever noted
     */
    Optional<CustomerComment> comment(AccountId account);

    /**
     * Notes something about the customer in place of what was noted before (E12). Needs {@link
     * dev.troubletickets.rights.Permission#CUSTOMER_COMMENTS}.
     *
     * @param version of the comment the change was made from; 0 if there was none
     * @param text takes it away if blank
     * @throws dev.troubletickets.failure.NotPermitted if somebody else has changed it since ({@code SAVED_BY_ANOTHER})
     * @throws dev.troubletickets.failure.OverLimit {@code textCharacters}
     */
    void comment(AccountId account, long version, String text);

    /** The customer's public key, by which their signatures are proven (F2). */
    Optional<PublicKey> publicKey(AccountId account);

    /**
     * Takes a public key that the customer has handed over, in place of the one there was; in the audit. Needs {@link
     * dev.troubletickets.rights.Permission#CUSTOMER_KEYS}.
     *
     * @throws dev.troubletickets.failure.Invalid {@code key} with the reason
     * @throws dev.troubletickets.failure.Unavailable if no {@code encryptionKeys} is wired in
     */
    PublicKey savePublicKey(AccountId account, String armored);

    /**
     * Removes the customer's public key; in the audit. Needs {@link dev.troubletickets.rights.Permission#CUSTOMER_KEYS}. Does nothing where there is
     * none.
     */
    void removePublicKey(AccountId account);
}
