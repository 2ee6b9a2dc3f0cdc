// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.identity.Directory;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The host's directory, which can be made to fail as a host's database does. */
public final class TestDirectory implements Directory {
    private final InMemoryDirectory people = new InMemoryDirectory();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean down;
    private volatile boolean withoutAccounts;

    /** Whom it knows. */
    public InMemoryDirectory people() {
        return people;
    }

    /** Every question fails from now on. */
    public void goDown() {
        down = true;
    }

    /** Every question for accounts by their ids fails from now on; staff are still known. */
    public void forgetAccounts() {
        withoutAccounts = true;
    }

    public void comeBack() {
        down = false;
        withoutAccounts = false;
    }

    public void startCounting() {
        asked.set(0);
    }

    /** How often accounts were asked for by their ids since. */
    public int askedForAccounts() {
        return asked.get();
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return askedForAccount().account(id);
    }

    @Override
    public List<Account> accounts(Set<AccountId> ids) {
        return askedForAccount().accounts(ids);
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
    public Optional<Reseller> reseller(ResellerId id) {
        return asked().reseller(id);
    }

    @Override
    public Set<ResellerId> resellersBeneath(ResellerId id) {
        return asked().resellersBeneath(id);
    }

    @Override
    public Optional<URI> panelLink(StaffId staff, AccountId account) {
        return asked().panelLink(staff, account);
    }

    private InMemoryDirectory askedForAccount() {
        asked.incrementAndGet();
        if (withoutAccounts) {
            throw new IllegalStateException("the host's accounts are down");
        }
        return asked();
    }

    private InMemoryDirectory asked() {
        if (down) {
            throw new IllegalStateException("the host's directory is down");
        }
        return people;
    }
}
