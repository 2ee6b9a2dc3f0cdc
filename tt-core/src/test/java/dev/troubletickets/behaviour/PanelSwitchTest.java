// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.ResellerScene;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.TicketId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A technician enters a customer's control panel by a link of the host's, and the audit knows of it before they do (E1). */
@Tag("E1")
class PanelSwitchTest extends BehaviourTest {
    private TicketId ticket;

    @BeforeEach
    void johnMay() {
        center.admin().give(Cast.JOHN, Permission.SWITCH_TO_PANEL);
        ticket = center.opened();
    }

    @Test
    void theLinkIsTheHostsOfThisMomentAndTheAuditSaysWhoAndWhose() {
        center.directory()
                .people()
                .panelLinks((staff, account) -> URI.create("https://p.example/" + staff + "/" + account + "?1"));
        assertThat(john.customers().switchToPanel(ticket)).hasToString("https://p.example/john/jane?1");
        center.directory().people().panelLinks((staff, account) -> URI.create("https://p.example/2"));
        assertThat(john.customers().switchToPanel(ticket)).hasToString("https://p.example/2");

        assertThat(center.audit("switched")).hasSize(2).allSatisfy(line -> {
            assertThat(line.actor()).isEqualTo(Actor.staff(Cast.JOHN));
            assertThat(line.what())
                    .isEqualTo("switched to the panel of jane from ticket " + ticket)
                    .doesNotContain("p.example");
        });
    }

    @Test
    void withoutTheAuditThereIsNoLink() {
        InterruptedStorage dying = new InterruptedStorage(center.storage(), InterruptedStorage::die);
        StaffDesk johns = center.onStorage(dying).john();
        List<Integer> linesWhenAsked = new ArrayList<>();
        center.directory().people().panelLinks((staff, account) -> {
            linesWhenAsked.add(center.audit("switched").size());
            return URI.create("https://p.example/1");
        });
        johns.customers().switchToPanel(ticket);
        assertThat(linesWhenAsked).as("committed before the host is asked").containsExactly(1);

        dying.at(1);
        assertThat(catchThrowable(() -> johns.customers().switchToPanel(ticket)))
                .isInstanceOf(InterruptedStorage.Death.class);
        dying.at(Integer.MAX_VALUE);
        assertThat(center.audit("switched")).hasSize(1);
        assertThat(linesWhenAsked).hasSize(1);
    }

    @Test
    void thePageSaysWhetherTheyMay() {
        assertThat(john.ticket(ticket).actions().allows(Action.SWITCH_TO_PANEL)).isTrue();
        assertThat(kate.ticket(ticket).actions().whyNot(Action.SWITCH_TO_PANEL)).contains(Refusal.PERMISSION_MISSING);
        assertThat(kate.ticket(ticket).actions().whyNot(Action.DIAGNOSE)).contains(Refusal.PERMISSION_MISSING);
        TicketId nobodys = john.openFor(EmailAddress.of("who@else.example"), NewTicket.of("Call", "He called."));
        assertThat(anna.ticket(nobodys).actions().whyNot(Action.SWITCH_TO_PANEL))
                .contains(Refusal.NO_ACCOUNT);
        assertThat(anna.ticket(nobodys).actions().whyNot(Action.DIAGNOSE)).contains(Refusal.NO_ACCOUNT);
    }

    @Test
    @Tag("E4")
    void aResellersStaffSwitchToTheirCustomersPanels() {
        ResellerScene scene = ResellerScene.in(center);
        TicketId bobs = scene.of(Cast.BOB);
        scene.returnToRita();
        center.directory().people().panelLinks((staff, account) -> URI.create("https://p.example/" + account));
        Expect.in(center)
                .refused(
                        Refusal.PERMISSION_MISSING,
                        () -> scene.sam().customers().switchToPanel(bobs));
        center.center().administration(ResellerScene.RHEA).give(ResellerScene.SAM, Permission.SWITCH_TO_PANEL);

        assertThat(scene.sam().customers().switchToPanel(bobs)).hasToString("https://p.example/bob");
        Expect.in(center).notFound("ticket", () -> scene.sam().customers().switchToPanel(ticket));
        Expect.in(center).notFound("ticket", () -> anna.customers().switchToPanel(bobs));
    }

    @Test
    void itNeedsThePermissionAndATicketOfOnesOwn() {
        center.directory().people().panelLinks((staff, account) -> URI.create("https://p.example/1"));
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> kate.customers().switchToPanel(ticket));
        TicketId hidden = center.opened();
        anna.change(hidden, dev.troubletickets.command.Edit.queue(center.queue("Hidden", Cast.KATE)));
        Expect.in(center).notFound("ticket", () -> john.customers().switchToPanel(hidden));
        kate.collaborating().invite(hidden, Cast.JOHN, CollaboratorRight.ANSWER);
        Expect.in(center).refused(Refusal.INVITED_ONLY, () -> john.customers().switchToPanel(hidden));
        TicketId nobodys = john.openFor(EmailAddress.of("who@else.example"), NewTicket.of("Call", "He called."));
        Expect.in(center).refused(Refusal.NO_ACCOUNT, () -> john.customers().switchToPanel(nobodys));
    }

    @Test
    void aHostThatMakesNoLinkHasNone() {
        assertThat(catchThrowable(() -> john.customers().switchToPanel(ticket)))
                .isInstanceOf(dev.troubletickets.failure.NotFound.class)
                .hasMessage("no such panel");
    }
}
