// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.event.TicketEvent.CollaboratorDismissed;
import dev.troubletickets.event.TicketEvent.CollaboratorInvited;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Collaborator;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Technicians are invited to a ticket that is not theirs, and leave it (G10). */
@Tag("G10")
class CollaboratorTest extends BehaviourTest {
    private final QueueId billing = center.queue("Billing", Cast.KATE);
    private final TicketId ticket = inBilling();

    @Test
    void whoIsInvitedStandsOnTheStaffPageAndInTheHistory() {
        invite(Cast.JOHN, CollaboratorRight.NOTE);
        center.after(Duration.ofMinutes(1));
        invite(Cast.NICK, CollaboratorRight.READ);

        assertThat(kate.ticket(ticket).collaborators())
                .containsExactly(
                        new Collaborator(Cast.JOHN, "John Woods", CollaboratorRight.NOTE, TestCenter.START),
                        new Collaborator(Cast.NICK, "nick", CollaboratorRight.READ, clock.instant()));
        assertThat(john.ticket(ticket).collaborators()).hasSize(2);
        assertThat(center.events(ticket))
                .endsWith(
                        new CollaboratorInvited(Cast.JOHN, CollaboratorRight.NOTE),
                        new CollaboratorInvited(Cast.NICK, CollaboratorRight.READ));
        assertThat(String.valueOf(jane.ticket(ticket))).doesNotContain("john", "nick");
    }

    @Test
    void invitingAgainChangesTheRightAndNothingElse() {
        invite(Cast.JOHN, CollaboratorRight.READ);
        center.after(Duration.ofMinutes(1));
        invite(Cast.JOHN, CollaboratorRight.ANSWER);
        long version = center.kept(ticket).version();
        invite(Cast.JOHN, CollaboratorRight.ANSWER);

        assertThat(center.kept(ticket).version()).isEqualTo(version);
        assertThat(kate.ticket(ticket).collaborators())
                .containsExactly(new Collaborator(Cast.JOHN, "John Woods", CollaboratorRight.ANSWER, TestCenter.START));
        invite(Cast.JOHN, CollaboratorRight.READ);
        Expect.in(center).refused(Refusal.INVITED_ONLY, () -> john.note(ticket, "Hm."));
    }

    @Test
    void whoIsDismissedOrLeavesIsGoneAndTheHistoryTells() {
        invite(Cast.JOHN, CollaboratorRight.READ);
        invite(Cast.NICK, CollaboratorRight.READ);

        kate.collaborating().dismiss(ticket, Cast.JOHN);
        kate.collaborating().dismiss(ticket, Cast.JOHN);
        center.nick().collaborating().leave(ticket);

        assertThat(kate.ticket(ticket).collaborators()).isEmpty();
        assertThat(center.events(ticket))
                .endsWith(new CollaboratorDismissed(Cast.JOHN), new CollaboratorDismissed(Cast.NICK));
        Expect.in(center).notFound("ticket", () -> center.nick().collaborating().leave(ticket));
        Expect.in(center)
                .refused(Refusal.NOT_INVITED, () -> kate.collaborating().leave(ticket));
    }

    @Test
    void oneIsInvitedByWhoHandlesTheTicketAndMayAssignIt() {
        invite(Cast.JOHN, CollaboratorRight.ANSWER);

        Expect.in(center)
                .refused(
                        Refusal.INVITED_ONLY,
                        () -> john.collaborating().invite(ticket, Cast.NICK, CollaboratorRight.READ));
        Expect.in(center)
                .refused(Refusal.INVITED_ONLY, () -> john.collaborating().dismiss(ticket, Cast.JOHN));
        center.admin().take(Cast.KATE, Permission.ASSIGN_TO_OTHERS);
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> invite(Cast.NICK, CollaboratorRight.READ));
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> kate.collaborating().dismiss(ticket, Cast.JOHN));
        assertThat(kate.ticket(ticket).actions().whyNot(Action.INVITE)).contains(Refusal.PERMISSION_MISSING);
        Expect.in(center)
                .notFound(
                        "ticket",
                        () -> center.nick().collaborating().invite(ticket, Cast.JOHN, CollaboratorRight.READ));
    }

    @Test
    void noStrangerIsInvitedAndNobodyInvitesThemselves() {
        for (String id : List.of("nobody", Cast.RITA.value(), "jane", "John")) {
            Expect.in(center).invalid("technician", () -> invite(StaffId.of(id), CollaboratorRight.READ));
        }
        Expect.in(center).invalid("technician", () -> invite(Cast.KATE, CollaboratorRight.ANSWER));
    }

    @Test
    void whoSeesTheTicketAnywayIsInvitedForTheTimeWhenTheyDoNot() {
        TicketId open = center.opened();
        john.collaborating().invite(open, Cast.KATE, CollaboratorRight.READ);
        kate.pickUp(open);

        john.change(open, Edit.queue(center.queue("Sales", Cast.JOHN)));
        kate.close(open);
        john.release(open);

        assertThat(kate.ticket(open).actions().allows(Action.NOTE)).isFalse();
        Expect.in(center).refused(Refusal.INVITED_ONLY, () -> kate.reopen(open));
    }

    @Test
    void theInvitationGoesAlongToAnotherQueueAndEndsWithTheTicket() {
        invite(Cast.JOHN, CollaboratorRight.READ);

        kate.change(ticket, Edit.queue(center.queue("Sales", Cast.KATE)));
        assertThat(john.ticket(ticket).id()).isEqualTo(ticket);
        anna.delete(ticket);

        Expect.in(center).notFound("ticket", () -> john.ticket(ticket));
        assertThat(invitations()).isEmpty();
    }

    @Test
    void whatOneIsInvitedToIsListed() {
        invite(Cast.JOHN, CollaboratorRight.READ);
        TicketId closed = inBilling();
        kate.collaborating().invite(closed, Cast.JOHN, CollaboratorRight.READ);
        kate.close(closed);
        center.opened();

        assertThat(invitations()).containsExactlyInAnyOrder(ticket, closed);
        assertThat(john.section(SectionName.COLLABORATING, TicketSort.ascending(Column.ID), Optional.empty())
                        .tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(ticket);
        assertThat(kate.section(SectionName.COLLABORATING, TicketSort.ascending(Column.ID), Optional.empty())
                        .tickets())
                .isEmpty();
    }

    @Test
    @Tag("B6")
    void whoIsDismissedKeepsNobodyFromTheTicket() {
        invite(Cast.JOHN, CollaboratorRight.ANSWER);
        john.composing().lock(ticket);
        Expect.in(center).failure(LockedByAnother.class, () -> kate.pickUp(ticket));

        kate.collaborating().dismiss(ticket, Cast.JOHN);

        kate.pickUp(ticket);
    }

    @Test
    void aTicketHasAtMostFiftyCollaboratorsAndOneIsOnAtMostTwoHundred() {
        for (int i = 0; i < 50; i++) {
            center.directory().people().add(StaffMember.technician("t" + i));
            invite(StaffId.of("t" + i), CollaboratorRight.READ);
        }
        Expect.in(center).overLimit("collaborators", () -> invite(Cast.JOHN, CollaboratorRight.READ));
        invite(StaffId.of("t7"), CollaboratorRight.NOTE);

        for (int i = 1; i < 200; i++) {
            kate.collaborating().invite(center.opened(), StaffId.of("t7"), CollaboratorRight.READ);
        }
        TicketId next = center.opened();
        Expect.in(center)
                .overLimit(
                        "invitations",
                        () -> kate.collaborating().invite(next, StaffId.of("t7"), CollaboratorRight.READ));
        center.center().staff(StaffId.of("t7")).collaborating().leave(ticket);
        kate.collaborating().invite(next, StaffId.of("t7"), CollaboratorRight.READ);
    }

    @Test
    @Tag("A12")
    @Tag("G2")
    void anInvitationRestsWhileTheTicketIsMergedAndLetsNobodySeeTheOther() {
        center.admin().give(Cast.KATE, Permission.MERGE);
        invite(Cast.JOHN, CollaboratorRight.ANSWER);
        TicketId target = inBilling();

        OperationId merge = kate.linking().merge(ticket, target);
        Expect.in(center).notFound("ticket", () -> john.ticket(ticket));
        Expect.in(center).notFound("ticket", () -> john.ticket(target));
        assertThat(invitations()).isEmpty();
        assertThat(kate.ticket(target).collaborators()).isEmpty();

        kate.linking().undo(merge);
        assertThat(john.ticket(ticket).actions().allows(Action.ANSWER)).isTrue();
        Expect.in(center).notFound("ticket", () -> john.ticket(target));
    }

    @Test
    void aTechnicianWhoHasLeftTheStaffCanBeDismissed() {
        center.directory().people().add(StaffMember.technician("temp"));
        invite(StaffId.of("temp"), CollaboratorRight.READ);
        center.directory().people().remove(StaffId.of("temp"));

        kate.collaborating().dismiss(ticket, StaffId.of("temp"));

        assertThat(kate.ticket(ticket).collaborators()).isEmpty();
    }

    private List<TicketId> invitations() {
        return john.collaborating().list(Optional.empty()).tickets().stream()
                .map(followed -> followed.ticket().id())
                .toList();
    }

    private void invite(StaffId technician, CollaboratorRight right) {
        kate.collaborating().invite(ticket, technician, right);
    }

    private TicketId inBilling() {
        TicketId opened = jane.open(NewTicket.of("Mail bounces", "Help!"));
        anna.change(opened, Edit.queue(billing));
        return opened;
    }
}
