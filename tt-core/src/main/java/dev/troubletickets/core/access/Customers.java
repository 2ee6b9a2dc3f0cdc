// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import java.util.List;
import java.util.Optional;

/** Which accounts staff know of (E4): the provider's all, a reseller's those of the reseller and of all beneath. */
public final class Customers {
    /** So many the host is asked for to find some that are known. */
    private static final int ASKED = 1_000;

    private Customers() {}

    /** Empty alike for one that is not there and one of whom they do not know. */
    public static Optional<Account> find(Scope scope, Viewer.Staff staff, AccountId id) {
        return scope.people().account(id).filter(account -> isKnown(scope, staff, account));
    }

    /** The one account that owns the address, if they know of it. */
    public static Optional<Account> onlyOneOf(Scope scope, Viewer.Staff staff, EmailAddress address) {
        return scope.people().onlyAccountOf(address).filter(account -> isKnown(scope, staff, account));
    }

    public static List<Account> search(Scope scope, Viewer.Staff staff, String words, int limit) {
        int asked = staff.reseller().isEmpty() ? limit : ASKED;
        return scope.people().search(words, asked).stream()
                .filter(account -> isKnown(scope, staff, account))
                .limit(limit)
                .toList();
    }

    private static boolean isKnown(Scope scope, Viewer.Staff staff, Account account) {
        return staff.reseller().isEmpty()
                || account.reseller()
                        .filter(scope.people()
                                .resellers()
                                .family(staff.reseller().get())::contains)
                        .isPresent();
    }
}
