// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Reply;
import dev.troubletickets.failure.TakenByAnother;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.StaffTicketRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In whose hands a ticket is (B3), with every refusal. */
class AssignmentTest extends BehaviourTest {
    @Test
    @Tag("B3")
    void pickingUpAssignsToOneself() {
        TicketId ticket = center.opened();

        john.pickUp(ticket);

        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.JOHN);
        assertThat(john.ticket(ticket).header().assigneeName()).contains("John Woods");
        assertThat(john.dashboard().assigned().tickets()).hasSize(1);
        assertThat(kate.dashboard().unassigned().tickets()).isEmpty();
    }

    @Test
    @Tag("E2")
    void aNewNameIsShownAtOnce() {
        TicketId ticket = center.taken();
        assertThat(kate.ticket(ticket).header().assigneeName()).contains("John Woods");

        john.saveProfile(StaffProfile.of("John Forest", EmailAddress.of("john@example.com")));

        assertThat(kate.ticket(ticket).header().assigneeName()).contains("John Forest");
    }

    @Test
    @Tag("B3")
    void whoComesSecondIsToldWhoHasIt() {
        TicketId ticket = center.taken();

        TakenByAnother taken = Expect.in(center).failure(TakenByAnother.class, () -> kate.pickUp(ticket));

        assertThat(taken.holder()).isEqualTo(Cast.JOHN);
        assertThat(taken.ticket()).isEqualTo(ticket);
        assertThat(kate.ticket(ticket).actions().whyNot(Action.PICK_UP)).contains(Refusal.ASSIGNED_ALREADY);
        Expect.in(center).refused(Refusal.ALREADY_SO, () -> john.pickUp(ticket));
    }

    @Test
    @Tag("B3")
    @Tag("E2")
    void pickingUpNeedsAProfile() {
        TicketId ticket = center.opened();

        assertThat(center.nick().ticket(ticket).actions().whyNot(Action.PICK_UP))
                .contains(Refusal.PROFILE_MISSING);
        Expect.in(center).refused(Refusal.PROFILE_MISSING, () -> center.nick().pickUp(ticket));
        center.nick().saveProfile(StaffProfile.of("Nick New", EmailAddress.of("nick@example.com")));
        center.nick().pickUp(ticket);

        assertThat(john.ticket(ticket).header().assigneeName()).contains("Nick New");
    }

    @Test
    @Tag("B3")
    void releasingGivesTheTicketBackToTheUnassigned() {
        TicketId ticket = center.taken();

        john.release(ticket);

        assertThat(kate.dashboard().unassigned().tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(ticket);
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        Expect.in(center).refused(Refusal.NOT_ASSIGNED, () -> john.release(ticket));
        kate.pickUp(ticket);
        assertThat(kate.ticket(ticket).header().assignee()).contains(Cast.KATE);
    }

    @Test
    @Tag("B3")
    void assigningGivesTheTicketToAnother() {
        TicketId ticket = center.taken();

        john.assign(ticket, Cast.KATE);

        assertThat(kate.dashboard().assigned().tickets()).hasSize(1);
        Expect.in(center).refused(Refusal.ALREADY_SO, () -> john.assign(ticket, Cast.KATE));
        Expect.in(center).refused(Refusal.NOT_ASSIGNEE, () -> john.answer(ticket, Answer.of("Hi")));
    }

    @Test
    @Tag("B3")
    @Tag("E2")
    void onlyTechniciansThereAreWithAProfileGetTickets() {
        TicketId ticket = center.taken();

        Expect.in(center).refused(Refusal.ASSIGNEE_WITHOUT_PROFILE, () -> john.assign(ticket, Cast.NICK));
        Expect.in(center).invalid("technician", () -> john.assign(ticket, StaffId.of("nobody")));
        Expect.in(center).invalid("technician", () -> john.assign(ticket, StaffId.of("jane")));
    }

    @Test
    @Tag("B3")
    @Tag("E3")
    void withoutThePermissionOneTakesAndReleasesOnlyForOneself() {
        center.admin().take(Cast.JOHN, Permission.ASSIGN_TO_OTHERS);
        TicketId kates = center.opened();
        kate.pickUp(kates);
        TicketId free = center.opened();

        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> john.assign(free, Cast.KATE));
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> john.assign(kates, Cast.JOHN));
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> john.release(kates));
        assertThat(john.ticket(kates).actions().whyNot(Action.RELEASE)).contains(Refusal.PERMISSION_MISSING);
        assertThat(john.ticket(free).actions().whyNot(Action.ASSIGN)).contains(Refusal.PERMISSION_MISSING);

        john.assign(free, Cast.JOHN);
        assertThat(john.ticket(free).header().assignee()).contains(Cast.JOHN);
        john.release(free);
        assertThat(john.ticket(free).header().assignee()).isEmpty();
    }

    @Test
    @Tag("B3")
    void withThePermissionOneTakesFromOthers() {
        TicketId ticket = center.taken();

        kate.assign(ticket, Cast.KATE);

        assertThat(kate.ticket(ticket).header().assignee()).contains(Cast.KATE);
        john.release(ticket);
        assertThat(kate.ticket(ticket).header().assignee()).isEmpty();
    }

    @Test
    @Tag("B3")
    @Tag("A8")
    void aTicketThatChangesHandsIsNoLongerHeldForItsAuthor() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Which one?").keepOpen());
        john.assign(ticket, Cast.KATE);

        jane.reply(ticket, Reply.of("The first."));

        assertThat(john.ticket(ticket).header().assignee()).isEmpty();
    }
}
