// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.erasure;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whom to erase (G12): an account of the host's, or somebody known by mail addresses alone.
 *
 * @param addresses besides those the host knows to be the account's and no other account's, such as former ones; none that an account
 *     other than this one owns, alone or as well; at most {@value #MOST_ADDRESSES}
 */
public record Person(Optional<AccountId> account, Set<EmailAddress> addresses) {
    public static final int MOST_ADDRESSES = 50;

    /** @throws IllegalArgumentException with neither an account nor an address, or with too many addresses */
    public Person {
        addresses = Set.copyOf(addresses);
        if (account.isEmpty() && addresses.isEmpty()) {
            throw new IllegalArgumentException("a person has an account or an address");
        }
        if (addresses.size() > MOST_ADDRESSES) {
            throw new IllegalArgumentException("a person has at most " + MOST_ADDRESSES + " addresses");
        }
    }

    public static Person account(AccountId account, EmailAddress... besides) {
        return new Person(Optional.of(account), new LinkedHashSet<>(Arrays.asList(besides)));
    }

    /** Somebody without an account. */
    public static Person address(EmailAddress... addresses) {
        return new Person(Optional.empty(), new LinkedHashSet<>(Arrays.asList(addresses)));
    }
}
