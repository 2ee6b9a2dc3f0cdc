// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.feed.Cursor;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.ExportProgress;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.mail.MailTransport.Result.Deferred;
import dev.troubletickets.spi.mail.MailTransport.Result.Rejected;
import dev.troubletickets.spi.mail.MailTransport.Result.Uncertain;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 15: a canary in every note, through all that sends mail; the canary is in no mail, export, quote or feed, and on no customer's page. */
@Tag("A9")
class InternalNotesGoOutTest extends MailTest {
    private static final String CANARY = "canary-4711";

    @Test
    void noMailAndNoCustomersPageHoldsAWordOfANote() {
        center.admin()
                .changeQueue(
                        center.defaultQueue(),
                        QueueSettings.named("Support").withResolvedResponse(Wording.of("{{number}} {{name}}: bye")));
        TicketId fromPanel = jane.open(NewTicket.of("Mail bounces", "Help"));
        TicketId fromMail = opened(InboundMail.from(MARY).subject("Other").id("<1@mary.example>"));
        for (TicketId ticket : new TicketId[] {fromPanel, fromMail}) {
            john.note(ticket, "before: " + CANARY);
            john.pickUp(ticket);
            john.answer(
                    ticket,
                    Answer.of("First.")
                            .note("with: " + CANARY)
                            .cc("boss@jane.example")
                            .keepOpen());
            john.note(ticket, "after: " + CANARY);
            john.change(ticket, Edit.summary("summary: " + CANARY));
            center.mail().answerNextWith(new Deferred("later"));
            center.run();
            center.mail().answerNextWith(new Uncertain("lost"), new Rejected("no"));
            center.after(Duration.ofHours(1));
            center.run();
            john.answer(ticket, Answer.of("Second.").note("again: " + CANARY).keepOpen());
            center.after(Duration.ofHours(1));
            center.run();
            john.resolve(ticket);
            center.after(Duration.ofHours(1));
        }
        receive(InboundMail.from(MARY).references("<1@mary.example>").text("Thanks"));

        assertThat(center.sent()).hasSizeGreaterThan(6);
        assertThat(center.mail().sent()).allSatisfy(sent -> {
            String mail = new String(sent.bytes(), UTF_8);
            assertThat(mail).doesNotContain(CANARY);
            assertThat(mail)
                    .doesNotContain(Base64.getEncoder()
                            .encodeToString(CANARY.getBytes(UTF_8))
                            .substring(0, 10));
        });
        assertThat(jane.ticket(fromPanel).toString() + jane.tickets(Optional.empty()))
                .doesNotContain(CANARY);
        assertThat(mary.ticket(fromMail).toString() + mary.tickets(Optional.empty()))
                .doesNotContain(CANARY);
        assertThat(john.ticket(fromPanel).toString()).as("the canary lives").contains(CANARY);
        for (TicketId ticket : new TicketId[] {fromPanel, fromMail}) {
            for (int number = 1; number <= center.kept(ticket).state().publicMessages(); number++) {
                assertThat(john.quote(MessageId.publicMessage(ticket, number))).doesNotContain(CANARY);
            }
            Expect.in(center).notFound("message", () -> john.quote(MessageId.note(ticket, 1)));
        }
        assertThat(exported()).contains("Mail bounces").doesNotContain(CANARY);
        assertThat(String.valueOf(
                        center.center().events().read(Cursor.start(), 1000).events()))
                .contains("NoteAdded")
                .doesNotContain(CANARY);
    }

    private String exported() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        john.search().export(Search.everything(), Export.json(), file, ExportProgress.none());
        return file.toString(UTF_8);
    }
}
