// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import dev.troubletickets.desk.ResellersAdmin;
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
    /** Of the reseller's own staff, where support is not offered. */
    static final StaffId RESELLERS_COLLEAGUE = StaffId.of("resellers_colleague");

    static final StaffId RESELLERS_CHIEF = StaffId.of("resellers_chief");
    /** Whose tickets are hidden from all but main administrators. */
    static final AccountId NEIGHBOUR = AccountId.of("neighbour");
    /** A customer of the sibling reseller's, whose ticket is hidden likewise. */
    static final AccountId SIBLINGS = AccountId.of("siblings");

    private final TestCenter center;

    private Company(TestCenter center) {
        this.center = center;
    }

    /** @param held what the technician who is entitled may do */
    static void gather(TestCenter center, Set<Permission> held) {
        introduce(center.directory().people());
        new Company(center).give(held);
    }

    /** From now on, support is not offered to the reseller, who has a chief and a colleague of their own. */
    static void setAside(TestCenter center) {
        ResellerId reseller = ResellerId.of(Who.RESELLER.id());
        center.directory()
                .people()
                .add(StaffMember.technician(RESELLERS_COLLEAGUE.value()).of(reseller))
                .add(StaffMember.mainAdministrator(RESELLERS_CHIEF.value()).of(reseller));
        new Company(center).profile(RESELLERS_COLLEAGUE);
        new Company(center).profile(RESELLERS_CHIEF);
        ResellersAdmin resellers = center.center().administration(CHIEF).resellers();
        resellers.save(resellers.support().with(support -> support.offering(reseller, false)));
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
                .add(account(SIBLINGS.value()).withReseller(ResellerId.of(Who.SIBLING_RESELLER.id())))
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
