// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.ArticleContent;
import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.command.NewTask;
import dev.troubletickets.command.Reply;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.people.Notice;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.Search;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.ticket.TicketId;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 15, for what technicians have among themselves: a canary in all of it is on no customer's page, in no mail to one, in no export. */
@Tag("E7")
@Tag("E8")
@Tag("E9")
class AmongStaffGoesOutTest extends MailTest {
    private static final String CANARY = "canary-4711";
    private static final Set<String> STAFF = Set.of("john@example.com", "kate@example.com", "anna@example.com");

    private ArticleCategoryId category = ArticleCategoryId.of(0);

    @Test
    void nothingOfItReachesACustomer() {
        kate.saveProfile(Cast.KATES_PROFILE.withNotices(Notice.values()));
        center.after(Duration.ofSeconds(10));
        TicketId ticket = jane.open(dev.troubletickets.command.NewTicket.of("Mail bounces", "Help"));
        TicketId fromMail = opened(InboundMail.from(MARY).subject("Other").id("<1@mary.example>"));
        category = anna.knowledge().createCategory("Category " + CANARY);
        for (TicketId each : new TicketId[] {ticket, fromMail}) {
            amongStaff(each);
            john.pickUp(each);
            john.answer(each, Answer.of("First.").cc("boss@jane.example"));
            center.run();
        }
        jane.reply(ticket, Reply.of("Thanks."));
        center.after(Duration.ofDays(1));
        center.run();

        String customers = jane.ticket(ticket).toString()
                + jane.tickets(Optional.empty())
                + jane.newTicketForm()
                + jane.knowledge().categories()
                + jane.knowledge().search("mail bounces")
                + jane.knowledge().suggestions("Mail bounces", "Help " + CANARY)
                + mary.ticket(fromMail)
                + mary.tickets(Optional.empty());
        assertThat(customers).doesNotContain(CANARY);
        assertThat(center.mail().sent())
                .filteredOn(sent -> !STAFF.containsAll(sent.envelope().recipients().stream()
                        .map(Object::toString)
                        .collect(Collectors.toSet())))
                .hasSizeGreaterThan(2)
                .allSatisfy(sent -> assertThat(new String(sent.bytes(), UTF_8)).doesNotContain(CANARY));
        assertThat(export(Export.csv()) + export(Export.json())).doesNotContain(CANARY);
        assertThat(john.ticket(ticket).tasks().toString())
                .as("the canary lives")
                .contains(CANARY);
    }

    private void amongStaff(TicketId ticket) {
        anna.knowledge()
                .create(ArticleContent.of(category, "Mail bounces " + CANARY, "Help " + CANARY)
                        .publish());
        anna.knowledge()
                .create(ArticleContent.of(category, "Mail bounces", "Draft: help " + CANARY)
                        .forCustomers());
        TaskId task = john.tasks()
                .create(NewTask.of("Title " + CANARY, Cast.KATE)
                        .details("Details " + CANARY)
                        .ticket(ticket));
        kate.tasks().note(task, "Note " + CANARY);
        john.privateMessages().send(NewPrivateMessage.of("Subject " + CANARY, "Text " + CANARY, Cast.KATE));
    }

    private String export(Export export) {
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        anna.search().export(Search.everything(), export, into, written -> true);
        return into.toString(UTF_8);
    }
}
