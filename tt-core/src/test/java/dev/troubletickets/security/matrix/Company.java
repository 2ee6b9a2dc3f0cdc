// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.Service;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.StaffStore;
import java.net.URI;
import java.util.Set;

/** The people of the {@link Scene}s, and a chief who sets these, with their profiles and permissions. */
final class Company {
    static final StaffId COLLEAGUE = StaffId.of("colleague");
    static final StaffId CHIEF = StaffId.of("chief");
    /** Whose tickets are hidden from all but main administrators. */
    static final AccountId NEIGHBOUR = AccountId.of("neighbour");

    private final TestCenter center;

    private Company(TestCenter center) {
        this.center = center;
    }

    /** @param held what the technician who is entitled may do */
    static void gather(TestCenter center, Set<Permission> held) {
        introduce(center.directory().people());
        new Company(center).give(held);
    }

    /** Says to the host's directory who there is. */
    private static void introduce(InMemoryDirectory people) {
        ResellerId reseller = ResellerId.of(Who.RESELLER.id());
        ResellerId upper = ResellerId.of(Who.UPPER_RESELLER.id());
        people.addReseller(upper)
                .add(Reseller.beneath(upper, reseller))
                .add(Reseller.beneath(reseller, ResellerId.of(Who.SUB_RESELLER.id())))
                .add(Reseller.beneath(upper, ResellerId.of(Who.SIBLING_RESELLER.id())));
        people.panelLinks((staff, account) -> URI.create("https://panel.example/" + account.value()))
                .add(account(Who.OWNER.id())
                        .withReseller(reseller)
                        .withServices(new Service("owner.example", "hosting")))
                .add(account(NEIGHBOUR.value()))
                .add(account(Who.OTHER_CUSTOMER.id()));
        people.add(StaffMember.technician(Who.ENTITLED.id()))
                .add(StaffMember.technician(Who.NOT_ENTITLED.id()))
                .add(StaffMember.technician(Who.RESELLERS_TECHNICIAN.id()).of(reseller))
                .add(StaffMember.technician(Who.WITHOUT_PERMISSION.id()))
                .add(StaffMember.mainAdministrator(Who.MAIN_ADMINISTRATOR.id()))
                .add(StaffMember.technician(COLLEAGUE.value()))
                .add(StaffMember.mainAdministrator(CHIEF.value()));
    }

    private static Account account(String id) {
        return Account.of(AccountId.of(id), id, EmailAddress.of(id + "@customers.example"));
    }

    private void give(Set<Permission> held) {
        for (Who who : Who.values()) {
            if (who.isStaff()) {
                profile(StaffId.of(who.id()));
            }
        }
        profile(COLLEAGUE);
        profile(CHIEF);
        // in one unit: what giving does is tried elsewhere
        center.storage().write(unit -> {
            decide(unit.staff(), held);
            return true;
        });
    }

    private static void decide(StaffStore staff, Set<Permission> held) {
        for (Permission permission : Permission.values()) {
            staff.decide(StaffId.of(Who.ENTITLED.id()), permission, held.contains(permission));
            staff.decide(StaffId.of(Who.NOT_ENTITLED.id()), permission, true);
            if (permission.isOfTickets()) {
                staff.decide(StaffId.of(Who.RESELLERS_TECHNICIAN.id()), permission, true);
            }
            staff.decide(COLLEAGUE, permission, true);
            staff.decide(StaffId.of(Who.WITHOUT_PERMISSION.id()), permission, false);
        }
    }

    private void profile(StaffId technician) {
        center.center()
                .staff(technician)
                .saveProfile(StaffProfile.of("A technician", EmailAddress.of(technician.value() + "@example.com")));
    }
}
