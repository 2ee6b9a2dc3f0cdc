// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.identity.Directory;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory whose people the program adds and removes; starts empty. For examples, for a host's tests, and for panels that keep
 * few people. Safe for concurrent use; staff are listed in the order they were added.
 */
public final class InMemoryDirectory implements Directory {
    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Map<StaffId, StaffMember> staff = new LinkedHashMap<>();
    private final Map<ResellerId, Reseller> resellers = new LinkedHashMap<>();

    private BiFunction<StaffId, AccountId, @Nullable URI> panelLinks = (staff, account) -> null;

    /** An empty directory. */
    public InMemoryDirectory() {}

    /** Adds an account, or replaces the one of the same id. */
    public synchronized InMemoryDirectory add(Account account) {
        accounts.put(account.id(), account);
        return this;
    }

    /** Adds a member of the staff, or replaces the one of the same id in place. */
    public synchronized InMemoryDirectory add(StaffMember member) {
        staff.put(member.id(), member);
        return this;
    }

    /** Adds one of the provider's own, or replaces the one of that id. */
    public synchronized InMemoryDirectory addReseller(ResellerId reseller) {
        return add(Reseller.of(reseller));
    }

    /** Adds a reseller, or replaces the one of the same id. */
    public synchronized InMemoryDirectory add(Reseller reseller) {
        resellers.put(reseller.id(), reseller);
        return this;
    }

    /** Says which link leads whom into whose panel; null for none. There are none until this is called. */
    public synchronized InMemoryDirectory panelLinks(BiFunction<StaffId, AccountId, @Nullable URI> links) {
        panelLinks = links;
        return this;
    }

    /** Removes an account; one that is not there is no error. */
    public synchronized InMemoryDirectory remove(AccountId account) {
        accounts.remove(account);
        return this;
    }

    /** Removes a member of the staff; one who is not there is no error. */
    public synchronized InMemoryDirectory remove(StaffId member) {
        staff.remove(member);
        return this;
    }

    /** Removes a reseller; the accounts and resellers that name them stay. One who is not there is no error. */
    public synchronized InMemoryDirectory removeReseller(ResellerId reseller) {
        resellers.remove(reseller);
        return this;
    }

    @Override
    public synchronized Optional<Account> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public synchronized List<Account> accounts(Set<AccountId> ids) {
        return ids.stream().map(accounts::get).filter(Objects::nonNull).toList();
    }

    @Override
    public synchronized List<Account> accountsOf(EmailAddress address) {
        return accounts.values().stream()
                .filter(account -> account.owns(address))
                .toList();
    }

    /** Every word must be held; an account with one of its texts equal to the words comes first, then one with a text that begins so. */
    @Override
    public synchronized List<Account> searchAccounts(String words, int limit) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        List<String> parts =
                Arrays.stream(wanted.split("\\s+")).filter(w -> !w.isEmpty()).toList();
        if (parts.isEmpty() || limit <= 0) {
            return List.of();
        }
        return accounts.values().stream()
                .filter(account ->
                        parts.stream().allMatch(part -> texts(account).anyMatch(t -> t.contains(part))))
                .sorted(Comparator.comparingInt(account -> distance(account, wanted)))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<StaffMember> staff(StaffId id) {
        return Optional.ofNullable(staff.get(id));
    }

    @Override
    public synchronized List<StaffMember> staff() {
        return List.copyOf(staff.values());
    }

    @Override
    public synchronized Optional<Reseller> reseller(ResellerId id) {
        return Optional.ofNullable(resellers.get(id));
    }

    @Override
    public synchronized Set<ResellerId> resellersBeneath(ResellerId id) {
        Map<ResellerId, List<ResellerId>> below = new HashMap<>();
        resellers
                .values()
                .forEach(each -> each.parent()
                        .ifPresent(parent -> below.computeIfAbsent(parent, above -> new ArrayList<>())
                                .add(each.id())));
        Set<ResellerId> beneath = new HashSet<>();
        Deque<ResellerId> above = new ArrayDeque<>(resellers.containsKey(id) ? List.of(id) : List.of());
        while (!above.isEmpty()) {
            below.getOrDefault(above.remove(), List.of()).stream()
                    .filter(beneath::add)
                    .forEach(above::add);
        }
        return beneath;
    }

    @Override
    public Optional<URI> panelLink(StaffId member, AccountId account) {
        BiFunction<StaffId, AccountId, @Nullable URI> links;
        synchronized (this) {
            links = panelLinks;
        }
        return Optional.ofNullable(links.apply(member, account));
    }

    private static int distance(Account account, String wanted) {
        if (texts(account).anyMatch(wanted::equals)) {
            return 0;
        }
        return texts(account).anyMatch(text -> text.startsWith(wanted)) ? 1 : 2;
    }

    private static Stream<String> texts(Account account) {
        Stream<String> own = Stream.of(account.id().value(), account.name());
        return Stream.concat(own, account.addresses().stream().map(EmailAddress::value))
                .map(text -> text.toLowerCase(Locale.ROOT));
    }
}
