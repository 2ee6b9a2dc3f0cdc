// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import dev.troubletickets.examples.quickstart.PanelUsers.PanelUser;
import dev.troubletickets.examples.quickstart.PanelUsers.Role;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.Service;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.identity.Directory;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

// region: directory
final class PanelDirectory implements Directory {
    private final PanelUsers users;

    PanelDirectory(PanelUsers users) {
        this.users = users;
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return users.find(id.value())
                .filter(user -> user.role() == Role.CUSTOMER)
                .map(PanelDirectory::account);
    }

    @Override
    public List<Account> accounts(Set<AccountId> ids) {
        return ids.stream().flatMap(id -> account(id).stream()).toList();
    }

    @Override
    public List<Account> accountsOf(EmailAddress address) {
        return accounts(users.byMail(address.value()));
    }

    @Override
    public List<Account> searchAccounts(String words, int limit) {
        return accounts(users.search(words)).stream().limit(limit).toList();
    }

    @Override
    public Optional<StaffMember> staff(StaffId id) {
        return users.find(id.value()).filter(PanelUser::isStaff).map(PanelDirectory::staff);
    }

    @Override
    public List<StaffMember> staff() {
        return users.all().stream()
                .filter(PanelUser::isStaff)
                .map(PanelDirectory::staff)
                .toList();
    }

    @Override
    public Optional<Reseller> reseller(ResellerId id) {
        return users.find(id.value())
                .filter(user -> user.role() == Role.RESELLER)
                .map(user -> new Reseller(id, reseller(user)));
    }

    @Override
    public Set<ResellerId> resellersBeneath(ResellerId id) {
        return users.beneath(id.value()).stream().map(ResellerId::of).collect(Collectors.toSet());
    }

    @Override
    public Optional<URI> panelLink(StaffId staff, AccountId account) {
        return users.find(account.value()).map(user -> users.switchLink(staff.value(), user));
    }

    private static List<Account> accounts(List<PanelUser> found) {
        return found.stream()
                .filter(user -> user.role() == Role.CUSTOMER)
                .map(PanelDirectory::account)
                .toList();
    }

    private static Account account(PanelUser user) {
        EmailAddress[] addresses = user.mails().stream().map(EmailAddress::of).toArray(EmailAddress[]::new);
        Service[] services = user.domains().stream()
                .map(name -> new Service(name, "web hosting"))
                .toArray(Service[]::new);
        Account account = Account.of(AccountId.of(user.login()), user.name(), addresses)
                .withPlan(user.plan())
                .withServices(services);
        return reseller(user).map(account::withReseller).orElse(account);
    }

    private static StaffMember staff(PanelUser user) {
        return new StaffMember(StaffId.of(user.login()), user.role() == Role.ROOT, reseller(user));
    }

    private static Optional<ResellerId> reseller(PanelUser user) {
        return user.reseller().isEmpty() ? Optional.empty() : Optional.of(ResellerId.of(user.reseller()));
    }
}
// endregion
