// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.identity.Directory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The host's directory, whose failures are {@code Unavailable}. */
public final class People {
    private final Directory directory;

    public People(Directory directory) {
        this.directory = directory;
    }

    public Optional<Account> account(AccountId id) {
        return ask(d -> d.account(id));
    }

    /** The one account that owns the address; with several, none is meant (E1). */
    public Optional<Account> onlyAccountOf(EmailAddress address) {
        List<Account> owners = ask(d -> d.accountsOf(address));
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }

    public List<Account> search(String words, int limit) {
        return ask(d -> d.searchAccounts(words, limit));
    }

    public Optional<StaffMember> staff(StaffId id) {
        return ask(d -> d.staff(id));
    }

    public List<StaffMember> staff() {
        return ask(Directory::staff);
    }

    public boolean isReseller(ResellerId id) {
        return ask(d -> d.isReseller(id));
    }

    private <T> T ask(Function<Directory, T> question) {
        try {
            return question.apply(directory);
        } catch (RuntimeException e) {
            throw Work.unavailable("identity", e);
        }
    }
}
