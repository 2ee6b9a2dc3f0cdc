// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.PartClosed;
import dev.troubletickets.event.TicketEvent.TicketRedirected;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.Phase;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A redirected ticket stays open with who sent it on; only the last to close closes it (B5). */
@Tag("B5")
class RedirectTest extends BehaviourTest {
    private static final Holder JOHN = Holder.technician(Cast.JOHN);

    private final QueueId billing = center.queue("Billing", Cast.NICK);

    @Test
    void itGoesToTheDepartmentAndStaysOpenWithTheOneWhoSentIt() {
        TicketId ticket = center.taken();
        john.redirect(ticket, Holder.department(billing));

        assertThat(john.ticket(ticket).parts()).containsExactly(JOHN);
        assertThat(john.ticket(ticket).header().queue()).isEqualTo(billing);
        assertThat(john.ticket(ticket).header().assignee()).isEmpty();
        assertThat(center.nick().dashboard().unassigned().tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(ticket);
        assertThat(john.section(SectionName.PARTS, TicketSort.descending(TicketSort.Column.ID), Optional.empty())
                        .tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(ticket);
        assertThat(center.events(ticket)).endsWith(new TicketRedirected(JOHN, Holder.department(billing)));
        Expect.in(center).notFound("ticket", () -> kate.ticket(ticket));
    }

    @Test
    @Tag("A8")
    void theOneWhoSentItOnGoesOnAnswering() {
        TicketId ticket = center.taken();
        john.redirect(ticket, Holder.department(billing));

        john.answer(ticket, Answer.of("Our accountants look into it.").keepOpen());

        assertThat(jane.ticket(ticket).messages()).hasSize(2);
        assertThat(john.ticket(ticket).parts()).containsExactly(JOHN);
        Expect.in(center).refused(Refusal.NOT_ASSIGNEE, () -> anna.answer(ticket, Answer.of("Me too.")));
    }

    @Test
    @Tag("A6")
    void onlyWhenEveryPartIsClosedItIsClosedForStaff() {
        TicketId ticket = center.taken();
        john.redirect(ticket, Holder.department(billing));
        center.nick().saveProfile(Cast.KATES_PROFILE);
        center.nick().pickUp(ticket);

        center.nick().close(ticket);
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.JOHN);
        assertThat(john.ticket(ticket).parts()).isEmpty();
        assertThat(center.events(ticket)).contains(new PartClosed(Holder.technician(Cast.NICK)));

        john.close(ticket);
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
        assertThat(john.ticket(ticket).header().phase()).isEqualTo(Phase.AWAITING_CUSTOMER);
    }

    @Test
    void closingOnesOwnPartLeavesTheDepartmentInCharge() {
        TicketId ticket = center.taken();
        john.redirect(ticket, Holder.department(billing));

        john.close(ticket);

        assertThat(anna.ticket(ticket).parts()).isEmpty();
        assertThat(anna.ticket(ticket).header().queue()).isEqualTo(billing);
        assertThat(anna.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        Expect.in(center).notFound("ticket", () -> john.ticket(ticket));
    }

    @Test
    void sentOnAgainItIsOpenWithAllOfThem() {
        TicketId ticket = center.taken();
        QueueId sales = center.queue("Sales");
        john.redirect(ticket, Holder.department(billing));
        john.redirect(ticket, Holder.department(sales));

        assertThat(john.ticket(ticket).parts()).containsExactly(JOHN, Holder.department(billing));
        assertThat(center.nick().ticket(ticket).parts()).contains(Holder.department(billing));

        center.nick().close(ticket);
        assertThat(john.ticket(ticket).parts()).containsExactly(JOHN);
        john.close(ticket);
        anna.close(ticket);
        assertThat(anna.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void theMainAdministratorClosesItForAll() {
        TicketId ticket = center.taken();
        john.redirect(ticket, Holder.department(billing));

        anna.close(ticket);

        assertThat(anna.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
        assertThat(anna.ticket(ticket).parts()).isEmpty();
    }

    @Test
    void anAnswerThatClosesClosesTheAuthorsPart() {
        TicketId ticket = center.taken();
        john.redirect(ticket, Holder.technician(Cast.KATE));
        kate.answer(ticket, Answer.of("Done on my side.").andClose());

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.ANSWERED);
        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.JOHN);

        john.close(ticket);
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("A10")
    void nothingClosesByItselfWhileOthersHaveAPart() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(2)));
        TicketId ticket = center.taken();
        john.redirect(ticket, Holder.technician(Cast.KATE));
        kate.answer(ticket, Answer.of("Fixed."));
        center.after(Duration.ofDays(3));
        assertThat(center.run().closed()).isZero();

        john.close(ticket);
        center.after(Duration.ofDays(2));
        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    @Tag("A6")
    void theCustomerClosesItForAll() {
        TicketId ticket = center.taken();
        john.redirect(ticket, Holder.technician(Cast.KATE));

        jane.close(ticket);

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
        assertThat(john.ticket(ticket).parts()).isEmpty();
    }

    @Test
    void takingItBackEndsOnesPart() {
        TicketId ticket = center.taken();
        john.redirect(ticket, Holder.department(billing));
        john.pickUp(ticket);

        assertThat(john.ticket(ticket).parts()).isEmpty();
        jane.reply(ticket, Reply.of("Thanks"));
        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.JOHN);
    }

    @Test
    @Tag("B1")
    void aDepartmentsPartGoesWithItsQueue() {
        QueueId sales = center.queue("Sales");
        TicketId passed = openInThree(sales);
        center.admin().deleteQueue(billing, QueueDeletion.moveTicketsTo(center.defaultQueue()));
        assertThat(john.ticket(passed).parts()).containsExactly(JOHN, Holder.department(center.defaultQueue()));
        QueueId orders = center.queue("Orders");
        john.redirect(passed, Holder.department(orders));

        center.admin().deleteQueue(sales, QueueDeletion.deleteTickets());

        assertThat(john.ticket(passed).parts()).containsExactly(JOHN, Holder.department(center.defaultQueue()));
    }

    @Test
    void whatCannotBeRedirectedIsRefused() {
        TicketId ticket = center.taken();
        Expect.in(center).refused(Refusal.ALREADY_SO, () -> john.redirect(ticket, JOHN));
        Expect.in(center).invalid("queue", () -> john.redirect(ticket, Holder.department(QueueId.of(99))));
        Expect.in(center).invalid("technician", () -> john.redirect(ticket, Holder.technician(StaffId.of("nobody"))));
        Expect.in(center)
                .refused(Refusal.ASSIGNEE_WITHOUT_PROFILE, () -> john.redirect(ticket, Holder.technician(Cast.NICK)));
        center.admin().take(Cast.JOHN, Permission.ASSIGN_TO_OTHERS);
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> john.redirect(ticket, Holder.technician(Cast.KATE)));
        john.redirect(ticket, Holder.department(billing));
        Expect.in(center).refused(Refusal.PARTS_OPEN, () -> john.resolve(ticket));
        Expect.in(center).refused(Refusal.PARTS_OPEN, () -> john.change(ticket, Edit.status(Status.CLOSED)));
        anna.close(ticket);
        Expect.in(center).refused(Refusal.CLOSED, () -> anna.redirect(ticket, Holder.department(billing)));
    }

    /** Open with john, with billing and, in charge, with the last queue. */
    private TicketId openInThree(QueueId last) {
        TicketId ticket = center.taken();
        john.redirect(ticket, Holder.department(billing));
        john.redirect(ticket, Holder.department(last));
        return ticket;
    }
}
