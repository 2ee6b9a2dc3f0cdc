// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.identity.Directory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The host's directory, which can be made to fail as a host's database does. */
public final class TestDirectory implements Directory {
    private final InMemoryDirectory people = new InMemoryDirectory();
    private volatile boolean down;

    /** Whom it knows. */
    public InMemoryDirectory people() {
        return people;
    }

    /** Every question fails from now on. */
    public void goDown() {
        down = true;
    }

    public void comeBack() {
        down = false;
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return asked().account(id);
    }

    @Override
    public List<Account> accounts(Set<AccountId> ids) {
        return asked().accounts(ids);
    }

    @Override
    public List<Account> accountsOf(EmailAddress address) {
        return asked().accountsOf(address);
    }

    @Override
    public List<Account> searchAccounts(String words, int limit) {
        return asked().searchAccounts(words, limit);
    }

    @Override
    public Optional<StaffMember> staff(StaffId id) {
        return asked().staff(id);
    }

    @Override
    public List<StaffMember> staff() {
        return asked().staff();
    }

    @Override
    public boolean isReseller(ResellerId id) {
        return asked().isReseller(id);
    }

    private InMemoryDirectory asked() {
        if (down) {
            throw new IllegalStateException("the host's directory is down");
        }
        return people;
    }
}
