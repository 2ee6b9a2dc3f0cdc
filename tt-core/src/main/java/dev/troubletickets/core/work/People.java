// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.troubletickets.command.MessageText;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.identity.Directory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whom the host knows, its failures being {@code Unavailable}, and how technicians present themselves. */
public final class People {
    private static final int LONGEST_SEARCH = 254;
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;

    private final Directory directory;
    private final LoadingCache<AccountId, Optional<Account>> remembered;
    private final Profiles profiles;
    private final Resellers resellers;

    public People(Directory directory, Clock clock) {
        this.directory = directory;
        this.profiles = new Profiles(clock);
        this.resellers = new Resellers(this, clock);
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST_REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build(new Loader());
    }

    public Optional<Account> account(AccountId id) {
        return ask(d -> d.account(id));
    }

    /** What the host says of them now; those it does not know are left out. */
    public Map<AccountId, Account> accounts(Set<AccountId> ids) {
        Map<AccountId, Account> found = new HashMap<>();
        if (!ids.isEmpty()) {
            ask(d -> d.accounts(ids)).stream()
                    .filter(account -> ids.contains(account.id()))
                    .forEach(account -> found.put(account.id(), account));
        }
        return found;
    }

    /** What the host said of them in the last five seconds, asked for in one question; those it does not know are left out. */
    public Map<AccountId, Account> remembered(Set<AccountId> ids) {
        Map<AccountId, Account> found = new HashMap<>();
        if (!ids.isEmpty()) {
            remembered.getAll(ids).forEach((id, account) -> account.ifPresent(known -> found.put(id, known)));
        }
        return found;
    }

    public void forget(AccountId id) {
        remembered.invalidate(id);
    }

    public Profiles profiles() {
        return profiles;
    }

    /** The one account that owns the address; with several, none is meant (E1). */
    public Optional<Account> onlyAccountOf(EmailAddress address) {
        List<Account> owners = ask(d -> d.accountsOf(address));
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }

    /** Whether an account other than this one owns the address, alone or as well: then it does not say that somebody is this one. */
    public boolean isAnothers(EmailAddress address, @Nullable AccountId account) {
        return ask(d -> d.accountsOf(address)).stream()
                .anyMatch(owner -> !owner.id().equals(account));
    }

    /** The host is not asked for what is longer than any address, nor with control characters. */
    public List<Account> search(String words, int limit) {
        return words.length() > LONGEST_SEARCH
                ? List.of()
                : ask(d -> d.searchAccounts(MessageText.clean(words), limit));
    }

    public Optional<StaffMember> staff(StaffId id) {
        return ask(d -> d.staff(id));
    }

    public List<StaffMember> staff() {
        return ask(Directory::staff);
    }

    public Optional<Reseller> reseller(ResellerId id) {
        return ask(d -> d.reseller(id));
    }

    Set<ResellerId> resellersBeneath(ResellerId id) {
        return ask(d -> d.resellersBeneath(id));
    }

    /** Asked for at this moment; what the host makes is kept nowhere. */
    public Optional<URI> panelLink(StaffId staff, AccountId account) {
        return ask(d -> d.panelLink(staff, account));
    }

    public Resellers resellers() {
        return resellers;
    }

    private final class Loader implements CacheLoader<AccountId, Optional<Account>> {
        @Override
        public Optional<Account> load(AccountId id) {
            return account(id);
        }

        @Override
        public Map<AccountId, Optional<Account>> loadAll(Set<? extends AccountId> ids) {
            Map<AccountId, Optional<Account>> all = new HashMap<>();
            ids.forEach(id -> all.put(id, Optional.empty()));
            accounts(Set.copyOf(ids)).forEach((id, account) -> all.put(id, Optional.of(account)));
            return all;
        }
    }

    private <T> T ask(Function<Directory, T> question) {
        try {
            return question.apply(directory);
        } catch (RuntimeException e) {
            throw Work.unavailable("identity", e);
        }
    }
}
