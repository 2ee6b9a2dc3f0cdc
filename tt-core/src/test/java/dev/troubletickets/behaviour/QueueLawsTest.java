// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.spi.storage.AuditStore;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The laws of queues (B1): one is the default, the last stays, a deleted one leaves nothing behind. */
class QueueLawsTest extends BehaviourTest {
    private final AdminDesk admin = center.admin();

    @Test
    @Tag("B1")
    void aNewCenterHasOneQueueWhichIsTheDefault() {
        assertThat(admin.queues()).singleElement().matches(Queue::isDefault);
    }

    @Test
    @Tag("B1")
    void theLastQueueCannotBeDeleted() {
        QueueId last = center.defaultQueue();

        Expect.in(center).refused(Refusal.LAST_QUEUE, () -> admin.deleteQueue(last, QueueDeletion.deleteTickets()));
    }

    @Test
    @Tag("B1")
    void theDefaultQueueCannotBeDeletedUntilAnotherIsTheDefault() {
        QueueId first = center.defaultQueue();
        QueueId billing = center.queue("Billing");
        TicketId ticket = center.opened();
        Expect.in(center)
                .refused(Refusal.DEFAULT_QUEUE, () -> admin.deleteQueue(first, QueueDeletion.moveTicketsTo(billing)));

        admin.makeDefault(billing);
        admin.deleteQueue(first, QueueDeletion.moveTicketsTo(billing));

        assertThat(admin.queues()).extracting(Queue::id, Queue::isDefault).containsExactly(tuple(billing, true));
        assertThat(john.ticket(ticket).header().queue()).isEqualTo(billing);
    }

    @Test
    @Tag("B1")
    @Tag("B2")
    void theFormerDefaultIsSeenByTheEntitledAlone() {
        TicketId ticket = center.opened();
        QueueId former = center.defaultQueue();
        QueueId billing = center.queue("Billing");
        admin.entitle(Cast.KATE, Set.of(former));

        admin.makeDefault(billing);

        Expect.in(center).notFound("ticket", () -> john.ticket(ticket));
        assertThat(kate.ticket(ticket).header().queue()).isEqualTo(former);
        assertThat(john.ticket(center.opened()).header().queue()).isEqualTo(billing);
    }

    @Test
    @Tag("B1")
    void deletingMovesTheTicketsAndTellsTheirHistory() {
        QueueId billing = center.queue("Billing");
        QueueId sales = center.queue("Sales");
        TicketId ticket = inQueue(billing);
        long version = center.kept(ticket).version();

        admin.deleteQueue(billing, QueueDeletion.moveTicketsTo(sales));

        assertThat(anna.ticket(ticket).header().queue()).isEqualTo(sales);
        assertThat(center.kept(ticket).version()).isEqualTo(version + 1);
        assertThat(anna.ticket(ticket).conversation())
                .last()
                .isEqualTo(new ConversationItem.SystemLine(
                        ticket,
                        TestCenter.START,
                        Actor.staff(Cast.ANNA),
                        new FieldChanged(
                                Field.QUEUE, Optional.of("" + billing.value()), Optional.of("" + sales.value()))));
    }

    @Test
    @Tag("B1")
    @Tag("A11")
    void deletingWithTheTicketsLeavesAnAuditLineEach() {
        QueueId billing = center.queue("Billing");
        TicketId one = inQueue(billing);
        TicketId two = inQueue(billing);
        TicketId kept = center.opened();

        admin.deleteQueue(billing, QueueDeletion.deleteTickets());

        assertThat(center.audit("deleted"))
                .extracting(AuditStore.Line::what)
                .containsExactlyInAnyOrder("deleted ticket " + one, "deleted ticket " + two);
        Expect.in(center).notFound("ticket", () -> anna.ticket(one));
        assertThat(anna.ticket(kept).id()).isEqualTo(kept);
    }

    @Test
    @Tag("B1")
    void moreTicketsThanABatchMoveToo() {
        QueueId billing = center.queue("Billing");
        center.settings(s -> s.withCategories(Category.of("Invoices", billing)));
        for (int i = 0; i < 401; i++) {
            jane.open(NewTicket.of("Invoice " + i, "Wrong.").category("Invoices"));
        }

        admin.deleteQueue(billing, QueueDeletion.moveTicketsTo(center.defaultQueue()));

        assertThat(john.dashboard().unassigned().total()).isEqualTo(401);
    }

    @Test
    @Tag("B1")
    @Tag("A11")
    @Tag("E3")
    void deletingTheTicketsNeedsThePermissionToDelete() {
        QueueId billing = center.queue("Billing");
        inQueue(billing);
        admin.give(Cast.JOHN, Permission.QUEUES);
        AdminDesk johns = center.center().administration(Cast.JOHN);

        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> johns.deleteQueue(billing, QueueDeletion.deleteTickets()));
        johns.deleteQueue(billing, QueueDeletion.moveTicketsTo(center.defaultQueue()));

        assertThat(admin.queues()).hasSize(1);
    }

    @Test
    @Tag("B1")
    @Tag("B10")
    void categoriesPassOnWithTheTickets() {
        QueueId billing = center.queue("Billing");
        QueueId sales = center.queue("Sales");
        center.settings(s -> s.withCategories(Category.of("Invoices", billing), Category.of("Orders", sales)));

        admin.deleteQueue(billing, QueueDeletion.moveTicketsTo(sales));
        assertThat(admin.settings().categories())
                .containsExactly(Category.of("Invoices", sales), Category.of("Orders", sales));

        admin.deleteQueue(sales, QueueDeletion.deleteTickets());
        assertThat(admin.settings().categories()).containsExactly(Category.of("Invoices"), Category.of("Orders"));
    }

    @Test
    @Tag("B1")
    void aQueueThatIsNotThereIsNotFound() {
        QueueId never = QueueId.of(99);
        QueueId billing = center.queue("Billing");

        Expect.in(center).notFound("queue", () -> admin.changeQueue(never, QueueSettings.named("X")));
        Expect.in(center).notFound("queue", () -> admin.makeDefault(never));
        Expect.in(center).notFound("queue", () -> admin.deleteQueue(never, QueueDeletion.deleteTickets()));
        Expect.in(center).notFound("queue", () -> admin.deleteQueue(billing, QueueDeletion.moveTicketsTo(never)));
        Expect.in(center).invalid("to", () -> admin.deleteQueue(billing, QueueDeletion.moveTicketsTo(billing)));
        Expect.in(center).invalid("queue", () -> admin.entitle(Cast.JOHN, Set.of(never)));
        Expect.in(center).invalid("categories", () -> center.settings(s -> s.withCategories(Category.of("X", never))));
    }

    @Test
    @Tag("B1")
    void namesAndAddressesStandOnce() {
        QueueSettings billing = QueueSettings.named("Billing").withAddress(EmailAddress.of("billing@example.com"));
        QueueId id = admin.createQueue(billing);

        Expect.in(center).invalid("name", () -> admin.createQueue(QueueSettings.named("BILLING")));
        Expect.in(center)
                .invalid(
                        "address",
                        () -> admin.createQueue(
                                QueueSettings.named("Sales").withAddress(EmailAddress.of("Billing@EXAMPLE.com"))));
        Expect.in(center).invalid("name", () -> admin.changeQueue(id, QueueSettings.named("support")));
        admin.changeQueue(id, billing.withAutoClose(AutoClose.never()));

        assertThat(admin.queues())
                .extracting(Queue::name, queue -> queue.settings().autoClose())
                .containsExactly(tuple("Billing", Optional.of(AutoClose.never())), tuple("Support", Optional.empty()));
    }

    @Test
    @Tag("B1")
    @Tag("D7")
    void aWordingWithAPlaceholderThatIsNoneIsInvalid() {
        QueueSettings queue = QueueSettings.named("Sales");

        Expect.in(center)
                .invalid(
                        "newTicketResponse",
                        () -> admin.createQueue(queue.withNewTicketResponse(Wording.of("Hi {{password}}"))));
        Expect.in(center)
                .invalid(
                        "resolvedResponse",
                        () -> admin.createQueue(queue.withResolvedResponse(Wording.of("Hi {{#name}}"))));
    }

    @Test
    @Tag("B1")
    void everythingOfAQueueIsKept() {
        QueueSettings all = QueueSettings.named("Sales")
                .withAddress(EmailAddress.of("sales@example.com"))
                .withNewTicketResponse(Wording.of("Welcome, {{name}}."))
                .withResolvedResponse(Wording.of("Done, {{number}}."))
                .withWorkingTime(WorkingTime.parse("Europe/Prague; MON 09:00-12:00,13:00-17:00; FRI 09:00-00:00"))
                .withAutoClose(AutoClose.afterDays(5));

        QueueId id = admin.createQueue(all);

        assertThat(admin.queues()).contains(new Queue(id, all, false));
    }

    private TicketId inQueue(QueueId queue) {
        TicketId ticket = center.opened();
        anna.change(ticket, Edit.queue(queue));
        return ticket;
    }
}
