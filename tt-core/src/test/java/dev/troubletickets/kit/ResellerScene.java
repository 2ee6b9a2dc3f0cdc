// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.function.UnaryOperator;

/** Resellers with customers and staff of their own: Rita, Sue beneath her, and Rob. */
public final class ResellerScene {
    public static final ResellerId SUE = ResellerId.of("sue");
    public static final ResellerId ROB = ResellerId.of("rob");
    /** Sue's customer. */
    public static final Account CARL = Account.of(
                    AccountId.of("carl"), "Carl Coe", EmailAddress.of("carl@carl.example"))
            .withReseller(SUE);
    /** Rob's. */
    public static final Account DORA = Account.of(
                    AccountId.of("dora"), "Dora Low", EmailAddress.of("dora@dora.example"))
            .withReseller(ROB);
    /** A technician of Rita's. */
    public static final StaffId SAM = StaffId.of("sam");
    /** Another. */
    public static final StaffId PAM = StaffId.of("pam");
    /** Rita's main administrator. */
    public static final StaffId RHEA = StaffId.of("rhea");
    /** A technician of Sue's. */
    public static final StaffId SID = StaffId.of("sid");
    /** A technician of Rob's. */
    public static final StaffId REX = StaffId.of("rex");

    private final TestCenter center;

    private ResellerScene(TestCenter center) {
        this.center = center;
    }

    /** Support is offered to all. */
    public static ResellerScene in(TestCenter center) {
        center.directory()
                .people()
                .add(Reseller.beneath(Cast.RITA, SUE))
                .add(Reseller.of(ROB))
                .add(CARL)
                .add(DORA)
                .add(StaffMember.technician("sam").of(Cast.RITA))
                .add(StaffMember.technician("pam").of(Cast.RITA))
                .add(StaffMember.mainAdministrator("rhea").of(Cast.RITA))
                .add(StaffMember.technician("sid").of(SUE))
                .add(StaffMember.technician("rex").of(ROB));
        center.after(java.time.Duration.ofSeconds(5));
        ResellerScene scene = new ResellerScene(center);
        for (StaffId each : List.of(SAM, PAM, RHEA, SID, REX)) {
            scene.staff(each).saveProfile(StaffProfile.of(each.value(), address(each)));
        }
        return scene;
    }

    public static EmailAddress address(StaffId technician) {
        return EmailAddress.of(technician.value() + "@resellers.example");
    }

    public StaffDesk staff(StaffId technician) {
        return center.center().staff(technician);
    }

    public StaffDesk sam() {
        return staff(SAM);
    }

    public StaffDesk rhea() {
        return staff(RHEA);
    }

    /** A ticket of that customer's. */
    public TicketId of(Account customer) {
        return center.center().customer(customer.id()).open(NewTicket.of("Site down", "Help!"));
    }

    public void offer(UnaryOperator<ResellerSupport> change) {
        center.admin().resellers().save(center.admin().resellers().support().with(change));
    }

    /** Rita, and who is beneath her, stand by themselves. */
    public void returnToRita() {
        offer(support -> support.offering(Cast.RITA, false));
    }

    public void takeFromRita() {
        offer(support -> support.offering(Cast.RITA, true));
    }
}
