// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.ResellerScene;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.search.SavedSearch;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.AssignmentPolicy;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.StaffSecurity;
import dev.troubletickets.view.TicketSort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reseller's staff work on their own side, and the two sides do not mix (E4). */
@Tag("E4")
class ResellerStaffTest extends BehaviourTest {
    private final ResellerScene scene = ResellerScene.in(center);
    private final StaffDesk sam = scene.sam();
    private final TicketId bobs = scene.of(Cast.BOB);
    private final TicketId carls = scene.of(ResellerScene.CARL);
    private final TicketId doras = scene.of(ResellerScene.DORA);

    ResellerStaffTest() {
        scene.returnToRita();
    }

    @Test
    void theyAssignAndInviteEachOther() {
        sam.assign(bobs, ResellerScene.PAM);
        sam.collaborating().invite(carls, ResellerScene.PAM, CollaboratorRight.READ);
        sam.watching().add(bobs, ResellerScene.PAM);
        sam.assign(carls, ResellerScene.SID);

        assertThat(scene.staff(ResellerScene.PAM).dashboard().assigned().tickets())
                .extracting(row -> row.id())
                .containsExactly(bobs);
        assertThat(scene.staff(ResellerScene.SID).ticket(carls).header().assignee())
                .contains(ResellerScene.SID);
    }

    @Test
    void forAResellersStaffThoseOfOthersAreNotThere() {
        for (StaffId other : List.of(Cast.JOHN, Cast.ANNA, ResellerScene.REX, StaffId.of("nobody"))) {
            for (ThrowingCallable call : naming(sam, bobs, other)) {
                Expect.in(center).invalid("technician", call);
            }
        }
        for (ThrowingCallable call : naming(scene.staff(ResellerScene.SID), carls, ResellerScene.SAM)) {
            Expect.in(center).invalid("technician", call);
        }
    }

    @Test
    void acrossSidesTheProvidersStaffAreRefusedByName() {
        for (StaffId other : List.of(ResellerScene.SAM, ResellerScene.RHEA, ResellerScene.REX)) {
            for (ThrowingCallable call : naming(john, doras, other)) {
                Expect.in(center).refused(Refusal.OTHER_SIDE, call);
            }
        }
        for (ThrowingCallable call : naming(sam, bobs, ResellerScene.SID)) {
            Expect.in(center).refused(Refusal.OTHER_SIDE, call);
        }
    }

    private List<ThrowingCallable> naming(StaffDesk desk, TicketId ticket, StaffId other) {
        return List.of(
                () -> desk.assign(ticket, other),
                () -> desk.redirect(ticket, Holder.technician(other)),
                () -> desk.watching().add(ticket, other),
                () -> desk.collaborating().invite(ticket, other, CollaboratorRight.READ),
                () -> desk.scheduling()
                        .at(clock.instant().plus(Duration.ofDays(1)), ticket, ScheduledAction.assign(other)));
    }

    @Test
    void anAssignmentIsNoWayAroundTheLaw() {
        scene.takeFromRita();
        john.assign(bobs, Cast.KATE);
        scene.returnToRita();

        Expect.in(center).notFound("ticket", () -> kate.ticket(bobs));
        assertThat(kate.dashboard().assigned().tickets()).isEmpty();
        assertThat(kate.dashboard().assigned().total()).isZero();
    }

    @Test
    @Tag("E3")
    void permissionsOfTheInstallationAreNeverTheirs() {
        AdminDesk rheas = center.center().administration(ResellerScene.RHEA);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                rheas::settings,
                rheas::queues,
                () -> rheas.createQueue(QueueSettings.named("X")),
                () -> rheas.rules().current(),
                () -> rheas.announcements().all(),
                () -> rheas.fields().all(),
                () -> rheas.resellers().support(),
                () -> center.center().mailroom(ResellerScene.RHEA).state())) {
            Expect.in(center).refused(Refusal.PERMISSION_MISSING, call);
        }
        for (Permission permission : Permission.values()) {
            if (permission.isOfTickets()) {
                center.admin().give(ResellerScene.SAM, permission);
            } else {
                Expect.in(center)
                        .refused(Refusal.RESELLERS_STAFF, () -> center.admin().give(ResellerScene.SAM, permission));
            }
        }
        Expect.in(center)
                .refused(
                        Refusal.RESELLERS_STAFF,
                        () -> center.admin().entitle(ResellerScene.SAM, Set.of(center.defaultQueue())));
    }

    @Test
    @Tag("E3")
    void aTechnicianWhoJoinsAResellersStaffLosesTheInstallationsPermissions() {
        center.admin().give(Cast.JOHN, Permission.SETTINGS);
        center.directory()
                .people()
                .add(dev.troubletickets.people.StaffMember.technician("john").of(Cast.RITA));

        Expect.in(center)
                .refused(
                        Refusal.PERMISSION_MISSING,
                        () -> center.center().administration(Cast.JOHN).settings());
    }

    @Test
    @Tag("E3")
    void aResellersMainAdministratorGivesAndTakesAmongTheirOwnStaff() {
        AdminDesk rheas = center.center().administration(ResellerScene.RHEA);
        assertThat(rheas.staff())
                .extracting(StaffSecurity::id)
                .containsExactly(ResellerScene.SAM, ResellerScene.PAM, ResellerScene.RHEA);
        assertThat(rheas.staff().get(2).permissions())
                .allMatch(Permission::isOfTickets)
                .contains(Permission.DELETE);
        rheas.give(ResellerScene.SAM, Permission.DELETE);
        sam.delete(bobs);
        rheas.take(ResellerScene.SAM, Permission.ASSIGN_TO_OTHERS);
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> sam.assign(carls, ResellerScene.PAM));
        for (StaffId other :
                List.of(Cast.JOHN, Cast.ANNA, ResellerScene.REX, ResellerScene.SID, StaffId.of("nobody"))) {
            Expect.in(center).notFound("technician", () -> rheas.give(other, Permission.DELETE));
            Expect.in(center).notFound("technician", () -> rheas.take(other, Permission.ANSWER));
        }
        Expect.in(center).refused(Refusal.RESELLERS_STAFF, () -> rheas.give(ResellerScene.SAM, Permission.QUEUES));
        Expect.in(center).refused(Refusal.OWN_SECURITY, () -> rheas.take(ResellerScene.RHEA, Permission.ANSWER));
        AdminDesk sams = center.center().administration(ResellerScene.SAM);
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, sams::staff);
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> sams.give(ResellerScene.PAM, Permission.DELETE));
    }

    @Test
    @Tag("A3")
    void theyOpenTicketsForTheirCustomersAndThemselvesOnTheirSide() {
        TicketId own = sam.open(NewTicket.of("Check the backup", "Please."));
        TicketId strangers = sam.openFor(EmailAddress.of("dora@dora.example"), NewTicket.of("Call", "She called."));
        for (TicketId each : List.of(
                own,
                strangers,
                sam.openFor(Cast.BOB.id(), NewTicket.of("Call", "He called.")),
                sam.openFor(ResellerScene.CARL.id(), NewTicket.of("Call", "He called.")))) {
            assertThat(sam.ticket(each).id()).isEqualTo(each);
            Expect.in(center).notFound("ticket", () -> john.ticket(each));
        }
        assertThat(sam.ticket(strangers).header().account()).isEmpty();
        TicketId abuse = sam.linking().registerAbuse(bobs, AbuseCase.of("Spam", "From his server."));
        assertThat(sam.ticket(abuse).id()).isEqualTo(abuse);
        Expect.in(center).notFound("ticket", () -> john.ticket(abuse));
        for (AccountId account : List.of(Cast.JANE.id(), ResellerScene.DORA.id(), AccountId.of("nobody"))) {
            Expect.in(center).invalid("account", () -> sam.openFor(account, NewTicket.of("Hi", "Hi")));
            Expect.in(center).invalid("account", () -> sam.change(bobs, Edit.account(account)));
        }
    }

    @Test
    void nobodyOpensATicketOnTheOtherSide() {
        NewTicket call = NewTicket.of("Call", "He called.");
        Expect.in(center).refused(Refusal.OTHER_SIDE, () -> john.openFor(Cast.BOB.id(), call));
        Expect.in(center)
                .refused(
                        Refusal.OTHER_SIDE,
                        () -> john.openFor(Cast.BOB.addresses().get(0), call));
        Expect.in(center).refused(Refusal.OTHER_SIDE, () -> john.change(doras, Edit.account(Cast.BOB.id())));
        Expect.in(center).refused(Refusal.OTHER_SIDE, () -> sam.change(bobs, Edit.noAccount()));
        scene.takeFromRita();
        Expect.in(center).refused(Refusal.OTHER_SIDE, () -> sam.open(call));
        Expect.in(center).refused(Refusal.OTHER_SIDE, () -> sam.openFor(Cast.BOB.id(), call));
    }

    @Test
    @Tag("A12")
    void ticketsOfDifferentResellersCustomersAreNotMergedIntoOne() {
        Expect.in(center)
                .refused(
                        Refusal.DIFFERENT_RESELLERS,
                        () -> scene.rhea().linking().mergeAcrossCustomers(carls, bobs));
        scene.takeFromRita();
        TicketId janes = center.opened();
        Expect.in(center)
                .refused(Refusal.DIFFERENT_RESELLERS, () -> anna.linking().mergeAcrossCustomers(janes, bobs));
        anna.linking().mergeAcrossCustomers(bobs, janes);
        Expect.in(center)
                .refused(Refusal.DIFFERENT_RESELLERS, () -> anna.change(janes, Edit.account(ResellerScene.DORA.id())));
        scene.returnToRita();
        assertThat(anna.ticket(janes).messages()).hasSize(2);
    }

    @Test
    @Tag("E1")
    void accountsAndColleaguesToChooseFromAreTheirOwn() {
        assertThat(sam.searchAccounts("example"))
                .extracting(Account::id)
                .containsExactlyInAnyOrder(Cast.BOB.id(), ResellerScene.CARL.id());
        assertThat(sam.search().form().technicians())
                .extracting(choice -> choice.id())
                .containsExactly(ResellerScene.SAM, ResellerScene.PAM, ResellerScene.RHEA, ResellerScene.SID);
        assertThat(john.search().form().technicians())
                .extracting(choice -> choice.id())
                .containsExactly(Cast.JOHN, Cast.KATE, Cast.NICK, Cast.ANNA);
        assertThat(sam.search().form().resellers()).containsExactly(Cast.RITA, ResellerScene.SUE);
    }

    @Test
    @Tag("C6")
    void theProvidersSharedSearchesAndMassActionsAreNotShownToThem() {
        var all = TicketSort.ascending(TicketSort.Column.ID);
        anna.search()
                .saved()
                .save(SavedSearch.Content.of("Jane's", Search.everything().requester("jane"), all)
                        .forAllStaff());
        john.bulk().start(Set.of(doras), dev.troubletickets.bulk.BulkAction.close());

        assertThat(sam.search().saved().list()).isEmpty();
        assertThat(kate.search().saved().list()).hasSize(1);
        assertThat(scene.rhea().bulk().jobs()).isEmpty();
        assertThat(anna.bulk().jobs()).hasSize(1);
        assertThat(anna.search()
                        .find(Search.everything(), all, Optional.empty())
                        .tickets())
                .extracting(row -> row.id())
                .containsExactly(doras);
    }

    @Test
    @Tag("B14")
    void theProvidersQueuesGiveNobodyATicketOfTheOtherSide() {
        center.admin()
                .changeQueue(
                        center.defaultQueue(),
                        QueueSettings.named("Support").withAssignment(AssignmentPolicy.ROUND_ROBIN));
        TicketId theirs = scene.of(Cast.BOB);
        assertThat(sam.ticket(theirs).header().assignee()).isEmpty();
        scene.takeFromRita();
        for (int i = 0; i < 6; i++) {
            assertThat(center.kept(scene.of(Cast.BOB)).state().assigned())
                    .isPresent()
                    .get()
                    .isIn(Cast.JOHN, Cast.KATE);
        }
    }
}
