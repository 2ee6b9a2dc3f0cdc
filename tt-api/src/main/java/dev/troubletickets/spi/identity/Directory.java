// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.identity;

import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The host's users, staff and resellers (E1). Called from many threads, inside the library's units of work, so an answer should come
 * from memory or one quick query. What it says of staff is believed at once; what it says of accounts and resellers may be remembered
 * for seconds.
 * Throw any {@code RuntimeException} when the answer cannot be had: the call that needed it fails as {@code Unavailable}.
 */
public interface Directory {
    Optional<Account> account(AccountId id);

    /** Those of these accounts that there are, each once, in any order; one question for a whole page of tickets. */
    List<Account> accounts(Set<AccountId> ids);

    /** The accounts that own this address, as the host has verified it. With more than one, mail from it is tied to none. */
    List<Account> accountsOf(EmailAddress address);

    /** Accounts whose id, name or address holds the words without regard to case, best first, at most {@code limit}. */
    List<Account> searchAccounts(String words, int limit);

    Optional<StaffMember> staff(StaffId id);

    /** Everyone on the staff, in the order a list should show. */
    List<StaffMember> staff();

    Optional<Reseller> reseller(ResellerId id);

    /**
     * All resellers who stand beneath that one, at any depth; none for one whom the host does not know. The reseller themselves are
     * among them only where resellers stand in a circle, upon which the library refuses to work with them. At most 10,000.
     */
    Set<ResellerId> resellersBeneath(ResellerId id);

    /**
     * A link by which this technician enters the control panel of that account, made for this moment; empty if there is none for them. The
     * library has asked its own permission and put it on record before; it keeps the link nowhere.
     */
    Optional<URI> panelLink(StaffId staff, AccountId account);
}
