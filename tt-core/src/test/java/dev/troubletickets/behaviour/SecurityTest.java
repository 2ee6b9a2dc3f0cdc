// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.Mailroom;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.StaffSecurity;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Administrator security (E3): the main administrator gives and takes; in force at once, on every node. */
class SecurityTest extends BehaviourTest {
    private final AdminDesk admin = center.admin();

    @Test
    @Tag("E3")
    void whatIsGivenAndTakenIsInForceAtOnceOnEveryNode() {
        TestCenter other = center.anotherNode();
        TicketId ticket = center.taken();
        other.john().ticket(ticket);

        admin.take(Cast.JOHN, Permission.ANSWER);
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> other.john().answer(ticket, Answer.of("Hi")));

        admin.give(Cast.JOHN, Permission.ANSWER);
        other.john().answer(ticket, Answer.of("Hi"));
    }

    @Test
    @Tag("E3")
    void thePageShowsEachTechnicianWithWhatIsInForce() {
        QueueId billing = center.queue("Billing", Cast.KATE);
        admin.take(Cast.JOHN, Permission.ANSWER);
        admin.give(Cast.JOHN, Permission.DELETE);
        Set<Permission> johns = Permission.defaults();
        johns.remove(Permission.ANSWER);
        johns.add(Permission.DELETE);

        assertThat(admin.staff())
                .containsExactly(
                        new StaffSecurity(Cast.JOHN, false, Optional.of(Cast.JOHNS_PROFILE), johns, Set.of()),
                        new StaffSecurity(
                                Cast.KATE,
                                false,
                                Optional.of(Cast.KATES_PROFILE),
                                Permission.defaults(),
                                Set.of(billing)),
                        new StaffSecurity(Cast.NICK, false, Optional.empty(), Permission.defaults(), Set.of()),
                        new StaffSecurity(
                                Cast.ANNA,
                                true,
                                Optional.of(Cast.ANNAS_PROFILE),
                                Set.of(Permission.values()),
                                Set.of()));
    }

    @Test
    @Tag("E3")
    void onlyTheMainAdministratorGivesAndTakes() {
        for (Permission permission : Permission.values()) {
            admin.give(Cast.JOHN, permission);
        }
        AdminDesk johns = center.center().administration(Cast.JOHN);

        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> johns.give(Cast.KATE, Permission.DELETE));
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> johns.take(Cast.KATE, Permission.ANSWER));
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> johns.give(Cast.JOHN, Permission.ANSWER));
    }

    @Test
    @Tag("E3")
    void theMainAdministratorsOwnPermissionsStay() {
        Expect.in(center).refused(Refusal.OWN_SECURITY, () -> admin.take(Cast.ANNA, Permission.ANSWER));
        Expect.in(center).refused(Refusal.OWN_SECURITY, () -> admin.give(Cast.ANNA, Permission.ANSWER));
    }

    @Test
    @Tag("E3")
    void nobodyTheHostDoesNotKnowIsGivenAnything() {
        StaffId nobody = StaffId.of("nobody");

        Expect.in(center).notFound("technician", () -> admin.give(nobody, Permission.DELETE));
        Expect.in(center).notFound("technician", () -> admin.take(nobody, Permission.DELETE));
        Expect.in(center).notFound("technician", () -> admin.entitle(nobody, Set.of()));
    }

    @Test
    @Tag("E3")
    void everyPageOfTheAdministrationNeedsItsPermission() {
        AdminDesk johns = center.center().administration(Cast.JOHN);
        Mailroom mailroom = center.center().mailroom(Cast.JOHN);
        QueueId queue = center.queue("Billing");
        Settings settings = admin.settings();
        Map<Permission, List<ThrowingCallable>> guarded = Map.of(
                Permission.SETTINGS,
                List.of(johns::settings, () -> johns.saveSettings(settings)),
                Permission.QUEUES,
                List.of(
                        johns::queues,
                        johns::staff,
                        () -> johns.createQueue(QueueSettings.named("Sales")),
                        () -> johns.changeQueue(queue, QueueSettings.named("Bills")),
                        () -> johns.makeDefault(queue),
                        () -> johns.entitle(Cast.KATE, Set.of(queue)),
                        () -> johns.deleteQueue(queue, QueueDeletion.moveTicketsTo(center.defaultQueue()))),
                Permission.MAILROOM,
                List.of(
                        mailroom::state,
                        () -> mailroom.original(1, OutputStream.nullOutputStream()),
                        () -> mailroom.replay(1),
                        () -> mailroom.discard(1),
                        () -> mailroom.retry(1)));

        for (Permission permission : guarded.keySet()) {
            for (Permission other : Permission.values()) {
                if (other != permission) {
                    admin.give(Cast.JOHN, other);
                }
            }
            admin.take(Cast.JOHN, permission);
            guarded.get(permission).forEach(call -> Expect.in(center).refused(Refusal.PERMISSION_MISSING, call));
        }
    }

    @Test
    @Tag("E3")
    void withThePermissionTheAdministrationIsOpenToATechnician() {
        AdminDesk johns = center.center().administration(Cast.JOHN);
        admin.give(Cast.JOHN, Permission.SETTINGS);
        admin.give(Cast.JOHN, Permission.QUEUES);

        johns.saveSettings(johns.settings().withReceipts(false));
        QueueId sales = johns.createQueue(QueueSettings.named("Sales"));
        johns.entitle(Cast.JOHN, Set.of(sales));

        assertThat(admin.settings().receipts()).isFalse();
        assertThat(admin.queues()).hasSize(2);
    }
}
