// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A host with as many customers as anybody asks for, and ten technicians. It answers from memory, so that it costs next to nothing. */
final class Hosting implements Directory {
    static final StaffId ANNA = StaffId.of("anna");
    /** The technician who works; tech1 to tech9 are colleagues. */
    static final StaffId JOHN = StaffId.of("tech0");

    static final int TECHNICIANS = 10;

    static AccountId customer(long number) {
        return AccountId.of("a" + number);
    }

    static String address(long number) {
        return "a" + number + "@customers.example";
    }

    @Override
    public Optional<Account> account(AccountId id) {
        long number = Long.parseLong(id.value().substring(1));
        return Optional.of(Account.of(id, "Customer " + number, EmailAddress.of(address(number))));
    }

    @Override
    public List<Account> accounts(Set<AccountId> ids) {
        return ids.stream().flatMap(id -> account(id).stream()).toList();
    }

    @Override
    public List<Account> accountsOf(EmailAddress address) {
        return List.of();
    }

    @Override
    public List<Account> searchAccounts(String words, int limit) {
        return List.of();
    }

    @Override
    public Optional<StaffMember> staff(StaffId id) {
        return staff().stream().filter(member -> member.id().equals(id)).findFirst();
    }

    @Override
    public List<StaffMember> staff() {
        return Stream.concat(
                        Stream.of(StaffMember.mainAdministrator(ANNA.value())),
                        IntStream.range(0, TECHNICIANS).mapToObj(i -> StaffMember.technician("tech" + i)))
                .toList();
    }

    @Override
    public Optional<Reseller> reseller(ResellerId id) {
        return Optional.of(Reseller.of(id));
    }

    @Override
    public Set<ResellerId> resellersBeneath(ResellerId id) {
        return Set.of();
    }

    @Override
    public Optional<URI> panelLink(StaffId staff, AccountId account) {
        return Optional.empty();
    }
}
