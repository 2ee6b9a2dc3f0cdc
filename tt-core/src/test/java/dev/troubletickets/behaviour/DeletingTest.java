// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.Actor;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.AuditStore;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deleting removes for good, and leaves one audit line (A11). */
class DeletingTest extends BehaviourTest {
    @Test
    @Tag("A11")
    void aDeletedTicketIsGoneForEverybody() {
        TicketId ticket = jane.open(
                NewTicket.of("Mail bounces", "Help!").attach(Upload.of("log.txt", "text/plain", new byte[] {1})));
        john.note(ticket, "Odd.");
        AttachmentId file = new AttachmentId(MessageId.publicMessage(ticket, 1), 1);

        anna.delete(ticket);

        Expect.in(center).notFound("ticket", () -> anna.ticket(ticket));
        Expect.in(center).notFound("ticket", () -> jane.ticket(ticket));
        Expect.in(center).notFound("ticket", () -> anna.delete(ticket));
        Expect.in(center).notFound("ticket", () -> anna.download(file).to(OutputStream.nullOutputStream()));
        assertThat(jane.tickets(Optional.empty()).tickets()).isEmpty();
        assertThat(anna.quickSearch("#" + ticket.value(), Optional.empty()).tickets())
                .isEmpty();
        List<MessageData> messages =
                center.storage().read(unit -> unit.conversations().allMessages(ticket));
        assertThat(messages).isEmpty();
    }

    @Test
    @Tag("A11")
    void oneAuditLineSaysWhoWhenAndWhichNumber() {
        TicketId ticket = center.opened();
        center.after(Duration.ofHours(1));

        anna.delete(ticket);

        assertThat(center.audit(""))
                .containsExactly(
                        new AuditStore.Line(clock.instant(), Actor.staff(Cast.ANNA), "deleted ticket " + ticket));
    }

    @Test
    @Tag("A11")
    @Tag("E3")
    void deletingNeedsItsOwnPermission() {
        TicketId ticket = center.taken();

        assertThat(john.ticket(ticket).actions().whyNot(Action.DELETE)).contains(Refusal.PERMISSION_MISSING);
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> john.delete(ticket));
        center.admin().give(Cast.JOHN, Permission.DELETE);
        john.delete(ticket);

        Expect.in(center).notFound("ticket", () -> john.ticket(ticket));
    }

    @Test
    @Tag("A11")
    void mailsOfADeletedTicketAreNotSent() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed."));

        anna.delete(ticket);

        assertThat(center.sent()).isEmpty();
    }

    @Test
    @Tag("A11")
    void closedIsKeptAndSearchable() {
        TicketId ticket = center.taken();
        john.close(ticket);

        assertThat(kate.quickSearch(ticket.toString(), Optional.empty()).tickets())
                .hasSize(1);
    }
}
