// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.ResellerScene;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.view.AuditLine;
import dev.troubletickets.view.AuditPage;
import dev.troubletickets.view.PageToken;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What leaves no other trace stands in the audit, and the main administrator reads it (E1, E3). */
class AuditTest extends BehaviourTest {
    private final AdminDesk admin = center.admin();

    private AuditPage newest() {
        return admin.audit(Optional.empty());
    }

    @Test
    @Tag("E3")
    void whoGaveAndTookWhatFromWhomAndWhen() {
        QueueId billing = center.queue("Billing");
        center.after(Duration.ofHours(1));

        admin.give(Cast.JOHN, Permission.DELETE);
        admin.take(Cast.JOHN, Permission.ANSWER);
        admin.entitle(Cast.JOHN, Set.of(billing));
        admin.entitle(Cast.JOHN, Set.of());
        admin.saveSettings(admin.settings());

        assertThat(newest().lines())
                .startsWith(
                        anna("changed the settings"),
                        anna("entitled john to no queue"),
                        anna("entitled john to the queues " + billing.value()),
                        anna("took ANSWER from john"),
                        anna("gave DELETE to john"));
    }

    private AuditLine anna(String what) {
        return new AuditLine(clock.instant(), Actor.staff(Cast.ANNA), what);
    }

    @Test
    @Tag("E3")
    void whatIsRefusedLeavesNoLine() {
        List<AuditLine> before = newest().lines();

        expect().refused(Refusal.OWN_SECURITY, () -> admin.take(Cast.ANNA, Permission.DELETE));
        expect().notFound("technician", () -> admin.give(StaffId.of("nobody"), Permission.DELETE));
        expect().invalid("queue", () -> admin.entitle(Cast.JOHN, Set.of(QueueId.of(99))));

        assertThat(newest().lines()).isEqualTo(before);
    }

    @Test
    @Tag("E1")
    void whoEnteredWhosePanel() {
        center.directory().people().panelLinks((staff, account) -> URI.create("https://panel.example/1"));
        admin.give(Cast.JOHN, Permission.SWITCH_TO_PANEL);
        var ticket = center.opened();

        john.customers().switchToPanel(ticket);

        assertThat(newest().lines().get(0))
                .isEqualTo(new AuditLine(
                        clock.instant(),
                        Actor.staff(Cast.JOHN),
                        "switched to the panel of jane from ticket " + ticket));
    }

    @Test
    @Tag("E4")
    void toWhichResellersSupportIsOfferedIsNotedAndResellersDoNotReadIt() {
        ResellerScene scene = ResellerScene.in(center);
        scene.returnToRita();

        assertThat(newest().lines().get(0).what()).isEqualTo("changed to which resellers support is offered");
        center.center().administration(ResellerScene.RHEA).give(ResellerScene.SAM, Permission.DELETE);
        assertThat(newest().lines().get(0).actor()).isEqualTo(Actor.staff(ResellerScene.RHEA));
        refused(ResellerScene.RHEA);
        refused(ResellerScene.SAM);
    }

    @Test
    @Tag("E3")
    void noPermissionAllowsToReadIt() {
        for (Permission permission : Permission.values()) {
            admin.give(Cast.JOHN, permission);
        }

        refused(Cast.JOHN);
    }

    private void refused(StaffId staff) {
        expect().refused(
                        Refusal.PERMISSION_MISSING,
                        () -> center.center().administration(staff).audit(Optional.empty()));
    }

    @Test
    @Tag("E3")
    void itIsReadAHundredLinesAtATimeAndWhatComesMeanwhileMovesNothing() {
        for (int i = 0; i < 125; i++) {
            admin.give(Cast.JOHN, Permission.DELETE);
            admin.take(Cast.JOHN, Permission.DELETE);
        }
        List<AuditLine> read = new ArrayList<>(newest().lines());
        Optional<PageToken> next = newest().next();
        assertThat(read).hasSize(100);
        int all = center.audit("").size();
        while (next.isPresent()) {
            admin.give(Cast.KATE, Permission.DELETE);
            AuditPage page = admin.audit(next);
            read.addAll(page.lines());
            next = page.next();
        }

        assertThat(read).hasSize(all).noneMatch(line -> line.what().endsWith("kate"));
        expect().invalid("page", () -> admin.audit(Optional.of(new PageToken("x"))));
    }

    private Expect expect() {
        return Expect.in(center);
    }
}
