// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.CollaboratorDismissed;
import dev.troubletickets.event.TicketEvent.TicketReturned;
import dev.troubletickets.event.TicketEvent.TicketTakenOver;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.ResellerScene;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.RunReport;
import dev.troubletickets.view.StaffTicketView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tickets that change sides leave the hands of who does not see them any more, and nothing of them is lost (E4). */
@Tag("E4")
class ReturnedTicketsTest extends BehaviourTest {
    private final ResellerScene scene = ResellerScene.in(center);
    private final TicketId bobs = scene.of(Cast.BOB);

    @Test
    void aReturnedTicketIsOpenAndNobodys() {
        john.pickUp(bobs);
        john.redirect(bobs, Holder.technician(Cast.KATE));
        kate.collaborating().invite(bobs, Cast.NICK, CollaboratorRight.READ);
        kate.composing().lock(bobs);
        john.composing().saveDraft(bobs, "Dear Bob");

        scene.returnToRita();
        assertThat(scene.sam().ticket(bobs).drafts()).as("at once").isEmpty();
        RunReport report = center.run();

        assertThat(report.count(RunReport.Work.CHANGED_SIDES)).isEqualTo(1);
        StaffTicketView view = scene.sam().ticket(bobs);
        assertThat(view.header().status()).isEqualTo(Status.OPEN);
        assertThat(view.header().assignee()).isEmpty();
        assertThat(view.parts()).isEmpty();
        assertThat(view.lock()).isEmpty();
        assertThat(view.drafts()).isEmpty();
        assertThat(view.collaborators()).isEmpty();
        assertThat(events(bobs))
                .contains(
                        new TicketReturned(Cast.RITA, Set.of(Cast.JOHN, Cast.KATE, Cast.NICK)),
                        new CollaboratorDismissed(Cast.NICK));
        assertThat(scene.sam().dashboard().unassigned().tickets())
                .extracting(row -> row.id())
                .containsExactly(bobs);
    }

    @Test
    void aResellersStaffGoOnWithItAndTheProvidersTakeItOverAgain() {
        john.pickUp(bobs);
        scene.returnToRita();
        center.run();
        scene.sam().pickUp(bobs);
        scene.sam().answer(bobs, Answer.of("We look into it.").keepOpen());
        assertThat(center.bob().ticket(bobs).messages()).hasSize(2);

        scene.takeFromRita();
        center.run();

        assertThat(john.ticket(bobs).header().assignee()).isEmpty();
        assertThat(center.events(bobs))
                .contains(
                        new TicketReturned(Cast.RITA, Set.of(Cast.JOHN)),
                        new TicketTakenOver(Cast.RITA, Set.of(ResellerScene.SAM)));
        john.pickUp(bobs);
        john.answer(bobs, Answer.of("Fixed."));
        assertThat(center.bob().ticket(bobs).messages()).hasSize(3);
    }

    @Test
    void offAndOnBeforeAnythingIsDoneTellsOfBothInTheirOrder() {
        john.pickUp(bobs);
        scene.returnToRita();
        scene.takeFromRita();
        center.run();

        assertThat(center.events(bobs).stream()
                        .filter(event -> event instanceof TicketReturned || event instanceof TicketTakenOver))
                .containsExactly(new TicketReturned(Cast.RITA, Set.of()), new TicketTakenOver(Cast.RITA, Set.of()));
        assertThat(john.ticket(bobs).header().assignee()).contains(Cast.JOHN);
    }

    @Test
    void openTicketsThatNobodyHasAreToldOfAndClosedOnesAreLeftAlone() {
        TicketId closed = scene.of(Cast.BOB);
        john.close(closed);
        TicketId others = scene.of(ResellerScene.DORA);
        long before = center.kept(others).version();
        scene.returnToRita();
        center.run();

        assertThat(events(bobs)).contains(new TicketReturned(Cast.RITA, Set.of()));
        assertThat(events(closed)).noneMatch(TicketReturned.class::isInstance);
        assertThat(center.kept(others).version()).isEqualTo(before);
    }

    @Test
    void aClosedStickyTicketComesBackToNobodyOfTheOtherSide() {
        john.pickUp(bobs);
        john.change(bobs, Edit.sticky(true));
        john.close(bobs);
        scene.returnToRita();
        center.run();
        center.bob().reply(bobs, Reply.of("Down again."));

        assertThat(scene.sam().ticket(bobs).header().assignee()).isEmpty();
        assertThat(scene.sam().ticket(bobs).header().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void whatIsDueOfSomebodyWhoDoesNotSeeItIsRefused() {
        john.scheduling().at(clock.instant().plus(Duration.ofDays(1)), bobs, ScheduledAction.close());
        scene.returnToRita();
        center.after(Duration.ofDays(1));
        center.run();

        assertThat(scene.sam().ticket(bobs).header().status()).isEqualTo(Status.NEW);
        assertThat(events(bobs)).anyMatch(TicketEvent.ActionRefused.class::isInstance);
    }

    @Test
    void whatAnotherNodeDidByTheFormerOfferIsPutRight() {
        TestCenter other = center.anotherNode();
        other.john().ticket(bobs);
        scene.returnToRita();
        center.run();
        other.john().pickUp(bobs);
        center.after(Duration.ofSeconds(10));
        center.run();

        assertThat(scene.sam().ticket(bobs).header().assignee()).isEmpty();
        assertThat(events(bobs)).contains(new TicketReturned(Cast.RITA, Set.of(Cast.JOHN)));
    }

    @Test
    void whoJoinsAResellersStaffLosesTheProvidersTickets() {
        TicketId janes = center.opened();
        john.pickUp(bobs);
        john.pickUp(janes);
        center.directory().people().add(StaffMember.technician("john").of(Cast.RITA));
        center.center().background().resellersChanged();
        Expect.in(center).notFound("ticket", () -> john.ticket(bobs));
        center.run();

        assertThat(kate.ticket(bobs).header().assignee()).isEmpty();
        assertThat(kate.ticket(janes).header().assignee()).contains(Cast.JOHN);
    }

    @Test
    @Tag("G2")
    void undoingPutsNobodyBackWhoDoesNotSeeTheTicket() {
        TicketId source = scene.of(Cast.BOB);
        anna.assign(source, Cast.JOHN);
        OperationId merge = anna.linking().merge(source, bobs);
        scene.returnToRita();
        center.run();
        scene.rhea().linking().undo(merge);

        TicketData kept = center.kept(source);
        assertThat(kept.merged()).isNull();
        assertThat(kept.state().assignee()).isNull();
        assertThat(events(source)).contains(new TicketReturned(Cast.RITA, Set.of(Cast.JOHN)));
    }

    @Test
    void aResellersStaffCloseWhatIsOpenWithADepartment() {
        scene.returnToRita();
        scene.sam().pickUp(bobs);
        scene.sam().redirect(bobs, Holder.department(center.queue("Web")));
        scene.sam().close(bobs);
        scene.sam().close(bobs);

        assertThat(center.kept(bobs).state().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void manyTicketsAreReturnedInBatchesWhereverTheProcessDies() {
        List<TicketId> all = new ArrayList<>(List.of(bobs));
        for (int i = 0; i < 119; i++) {
            all.add(scene.of(Cast.BOB));
        }
        scene.returnToRita();
        InterruptedStorage dying = new InterruptedStorage(center.storage(), InterruptedStorage::die);
        for (int step = 1; step < 40; step += 3) {
            dying.at(Integer.MAX_VALUE);
            TestCenter node = center.onStorage(dying);
            dying.at(step);
            try {
                node.run();
            } catch (InterruptedStorage.Death e) {
                // the next node goes on
            }
        }
        center.run();

        for (TicketId each : all) {
            assertThat(events(each).stream().filter(TicketReturned.class::isInstance))
                    .as("ticket %s", each)
                    .hasSize(1);
        }
    }

    private List<TicketEvent> events(TicketId ticket) {
        return scene.rhea().ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(ConversationItem.SystemLine.class::cast)
                .filter(line -> !(line.event() instanceof TicketReturned)
                        || line.actor().equals(Actor.system()))
                .map(ConversationItem.SystemLine::event)
                .toList();
    }
}
