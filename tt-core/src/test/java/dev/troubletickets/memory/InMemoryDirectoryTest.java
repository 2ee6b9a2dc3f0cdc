// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.identity.DirectoryContract;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.identity.Directory;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryDirectoryTest implements DirectoryContract {
    @Override
    public Directory directoryOf(List<Account> accounts, List<StaffMember> staff, List<Reseller> resellers) {
        InMemoryDirectory directory = new InMemoryDirectory();
        accounts.forEach(directory::add);
        staff.forEach(directory::add);
        resellers.forEach(directory::add);
        return directory;
    }

    @Test
    void peopleComeAndGo() {
        InMemoryDirectory directory = new InMemoryDirectory()
                .add(Account.of(JANE, "Jane"))
                .add(StaffMember.technician("john"))
                .addReseller(RITA);

        directory.remove(JANE).remove(JOHN).removeReseller(RITA);

        assertThat(directory.account(JANE)).isEmpty();
        assertThat(directory.staff()).isEmpty();
        assertThat(directory.reseller(RITA)).isEmpty();
    }

    @Test
    void theBestMatchComesFirst() {
        InMemoryDirectory directory = new InMemoryDirectory()
                .add(Account.of(AccountId.of("a"), "not an"))
                .add(Account.of(AccountId.of("b"), "an example"))
                .add(Account.of(AccountId.of("c"), "An"));

        assertThat(directory.searchAccounts("an", 2)).extracting(Account::name).containsExactly("An", "an example");
    }
}
