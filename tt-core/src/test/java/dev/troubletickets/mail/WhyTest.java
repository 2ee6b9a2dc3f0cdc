// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Why;
import dev.troubletickets.view.Why.Decision;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ticket's page says of everything that happened by itself, why (G1). */
@Tag("G1")
class WhyTest extends MailTest {
    @Test
    void aMailSaysByWhichProofItIsThere() {
        TicketId ticket = jane.open(NewTicket.of("A matter", "Help"));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Done?"));
        receive(InboundMail.from(JANE).replyTo(lastSent()));

        assertThat(john.ticket(ticket).why())
                .filteredOn(why -> why.decision() == Decision.MAIL_PLACED)
                .extracting(Why::because)
                .containsExactly(
                        "APPENDED: nothing says a machine wrote it; it refers to our signed Message-ID, and the sender takes part in it");
    }

    @Test
    void aMailThatOpenedATicketSaysWhyItHadNoReceipt() {
        receive(InboundMail.from(STRANGER).subject("One"));
        receive(InboundMail.from(STRANGER).subject("Two"));

        assertThat(anna.ticket(tickets().get(1).id()).why())
                .extracting(Why::because)
                .containsExactly(
                        "OPENED: nothing says a machine wrote it; it belongs to no ticket we know; no receipt: the address got an automatic mail in the last"
                                + " 10 minutes");
    }

    @Test
    void whatTheCustomersReplyDidIsExplained() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Done."));
        jane.reply(ticket, Reply.of("No."));

        assertThat(john.ticket(ticket).why())
                .extracting(Why::decision)
                .containsExactlyInAnyOrder(Decision.CLOSED, Decision.UNASSIGNED, Decision.REOPENED);
    }

    @Test
    void timersAreExplained() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(3).warning(1)));
        TicketId ticket = center.taken();
        john.snooze(ticket, clock.instant().plus(Duration.ofDays(1)));
        center.after(Duration.ofDays(1));
        center.run();
        john.answer(ticket, Answer.of("Done."));
        center.run();
        center.after(Duration.ofDays(2));
        center.run();
        center.after(Duration.ofDays(1));
        center.run();

        assertThat(john.ticket(ticket).why())
                .extracting(Why::decision)
                .containsExactly(Decision.WOKEN, Decision.WARNED, Decision.CLOSED);
    }

    @Test
    void aMailThatDidNotGoOutSaysWhyNot() {
        center.admin()
                .changeQueue(
                        center.defaultQueue(),
                        QueueSettings.named("Support").withResolvedResponse(Wording.of("It is done.")));
        List<TicketId> tickets = Stream.of("One", "Two", "Three")
                .map(subject -> jane.open(NewTicket.of(subject, "Help")))
                .toList();
        tickets.forEach(ticket -> anna.resolve(ticket));

        assertThat(anna.ticket(tickets.get(2)).why())
                .extracting(Why::decision, Why::because)
                .containsExactly(tuple(
                        Decision.NOT_TOLD,
                        "no automatic mail: the address got 2 automatic mails in the last 10 minutes (D4)"));
    }

    @Test
    void whatPeopleDoNeedsNoReason() {
        TicketId ticket = center.taken();
        john.close(ticket);
        john.reopen(ticket);
        john.release(ticket);

        assertThat(john.ticket(ticket).why()).isEmpty();
    }
}
