// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 14: whatever is merged, split, moved and linked, each customer reads and is sent nothing that another wrote. */
@Tag("A12")
class MergeLinkMoveLeakTest extends MailTest {
    private static final String JANES = "canary-of-jane";
    private static final String MARYS = "canary-of-mary";

    private TicketId janes;
    private TicketId marys;

    @BeforeEach
    void twoTicketsWithFiles() {
        janes = opened(jane, JANES);
        marys = opened(mary, MARYS);
        center.run();
    }

    private TicketId opened(CustomerDesk customer, String canary) {
        TicketId ticket = customer.open(NewTicket.of(canary, canary + " says hello")
                .attach(Upload.of(canary + ".txt", "text/plain", new byte[] {1})));
        customer.reply(ticket, Reply.of(canary + " again"));
        anna.note(ticket, "a note");
        center.after(Duration.ofMinutes(1));
        return ticket;
    }

    @Test
    @Tag("A4")
    @Tag("G2")
    void mergedAnsweredSplitAndUndone() {
        OperationId merged = anna.linking().mergeAcrossCustomers(marys, janes);
        nothingLeaks();
        anna.pickUp(janes);
        anna.answer(janes, Answer.of("To whom it concerns.").keepOpen());
        mary.reply(marys, Reply.of(MARYS + " wants to know more"));
        jane.reply(janes, Reply.of(JANES + " thanks"));
        nothingLeaks();
        anna.linking().split(janes, Split.into(Split.Part.of("Apart", MessageId.publicMessage(janes, 2))));
        nothingLeaks();
        anna.linking().undo(merged);
        nothingLeaks();
    }

    @Test
    @Tag("D3")
    void mergedAndAnsweredByMail() {
        anna.linking().mergeAcrossCustomers(marys, janes);
        anna.pickUp(janes);
        anna.answer(janes, Answer.of("To whom it concerns.").keepOpen());
        receive(InboundMail.from(MARY).subject("[" + marys + "] Hello").text(MARYS + " by mail"));
        receive(InboundMail.from(MARY).subject("[" + janes + "] Hello").text(MARYS + " by mail, too"));
        anna.answer(janes, Answer.of("And again."));

        nothingLeaks();
    }

    @Test
    @Tag("A18")
    @Tag("A13")
    void linkedToAnAbuseCaseMovedAndTiedToAnother() {
        anna.linking().registerAbuse(janes, AbuseCase.of("Abuse", "A matter among staff."));
        anna.change(janes, Edit.queue(center.queue("Abuse")));
        nothingLeaks();

        TicketId third = opened(jane, JANES);
        anna.linking().merge(third, janes);
        anna.linking().mergeAcrossCustomers(janes, marys);
        anna.pickUp(marys);
        anna.answer(marys, Answer.of("To whom it concerns.").keepOpen());
        nothingLeaks();
    }

    private void nothingLeaks() {
        center.run();
        assertThat(all(jane, JANE)).contains(JANES).doesNotContain(MARYS, "a note", "among staff");
        assertThat(all(mary, MARY)).contains(MARYS).doesNotContain(JANES, "a note", "among staff");
        for (int number = 1; number <= 2; number++) {
            MessageId hers = MessageId.publicMessage(marys, number);
            Expect.in(center)
                    .notFound(
                            "ticket",
                            () -> jane.download(new AttachmentId(hers, 1)).to(OutputStream.nullOutputStream()));
        }
        Expect.in(center).notFound("ticket", () -> jane.ticket(marys));
        Expect.in(center).notFound("ticket", () -> mary.ticket(janes));
    }

    /** The lists, each page in them, and each mail. */
    private String all(CustomerDesk customer, String address) {
        StringBuilder all = new StringBuilder();
        List.of(customer.tickets(Optional.empty()), customer.archived(Optional.empty()))
                .forEach(page -> {
                    all.append(page);
                    page.tickets().forEach(row -> all.append(customer.ticket(row.id())));
                });
        for (ParsedMail mail : sentTo(address)) {
            all.append(mail.subject()).append(mail.text()).append(mail.headers());
        }
        return all.toString();
    }
}
