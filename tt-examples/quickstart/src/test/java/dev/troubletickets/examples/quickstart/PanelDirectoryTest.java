// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import dev.troubletickets.contract.identity.DirectoryContract;
import dev.troubletickets.examples.quickstart.PanelUsers.PanelUser;
import dev.troubletickets.examples.quickstart.PanelUsers.Role;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.identity.Directory;
import java.util.ArrayList;
import java.util.List;

// region: contract
class PanelDirectoryTest implements DirectoryContract {
    @Override
    public Directory directoryOf(List<Account> accounts, List<StaffMember> staff, List<Reseller> resellers) {
        List<PanelUser> users = new ArrayList<>();
        accounts.forEach(account -> users.add(Panel.customer(account)));
        staff.forEach(one -> users.add(
                Panel.user(one.id().value(), one.mainAdministrator() ? Role.ROOT : Role.SUPPORTER, one.reseller())));
        resellers.forEach(one -> users.add(Panel.user(one.id().value(), Role.RESELLER, one.parent())));
        return new PanelDirectory(new PanelUsers(users));
    }
}
// endregion
