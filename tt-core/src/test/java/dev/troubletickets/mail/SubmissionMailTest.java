// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.event.TicketEvent.RuleApplied;
import dev.troubletickets.event.TicketEvent.RuleApplied.Skipped;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules on submission and mails: what opens a ticket by mail, and what a rule replies (B10). */
@Tag("B10")
class SubmissionMailTest extends MailTest {
    private static final SubmissionRule REPLY = SubmissionRule.of(
            "Replies", Condition.always(), Handling.nothing().reply(Wording.of("See {{number}}, {{name}}.")));

    @Test
    @Tag("A2")
    void aMailIsHandledInTheTransactionThatOpensItsTicket() {
        rules(SubmissionRule.of(
                "Outside",
                Condition.all(
                        Condition.is(Fact.CHANNEL, "mail"), Condition.is(Fact.REQUESTER_DOMAIN, "elsewhere.example")),
                Handling.nothing().assignee(Cast.JOHN).priority(10)));

        TicketId ticket = opened(InboundMail.from(STRANGER));

        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.JOHN);
        assertThat(john.ticket(ticket).header().priority().value()).isEqualTo(10);
        assertThat(center.kept(ticket).version()).isEqualTo(1);
    }

    @Test
    void aReplyTakesThePlaceOfTheReceipt() {
        rules(REPLY);

        TicketId ticket = opened(InboundMail.from(JANE));

        assertThat(sentTo(JANE)).singleElement().satisfies(mail -> {
            assertThat(mail.text()).isEqualTo("See " + ticket.value() + ", Jane Doe.");
            assertThat(mail.header("Auto-Submitted")).hasValue("auto-replied");
        });
        assertThat(center.mail().sent().get(0).envelope().sender()).isEmpty();
        assertThat(anna.ticket(ticket).why().toString()).contains("a rule replied");
    }

    @Test
    void soItDoesForATicketFromThePanelAlsoWhereReceiptsAreOff() {
        center.settings(s -> s.withReceipts(false));
        rules(REPLY);

        TicketId ticket = jane.open(NewTicket.of("Mail", "Help!"));

        assertThat(sentTo(JANE)).extracting(ParsedMail::text).containsExactly("See " + ticket.value() + ", Jane Doe.");
    }

    @Test
    @Tag("D4")
    void machinesAndOurselvesAreNeverReplied() {
        rules(REPLY);

        TicketId monitor = opened(InboundMail.from(STRANGER).header("Auto-Submitted", "auto-generated"));
        TicketId list = opened(InboundMail.from(MARY).header("List-Id", "<news.mary.example>"));
        TicketId own = opened(InboundMail.from(TestCenter.SUPPORT));

        assertThat(center.sent()).isEmpty();
        assertThat(List.of(monitor, list, own))
                .allSatisfy(ticket ->
                        assertThat(skipped(ticket)).containsExactly(new Skipped("reply", "machines are not answered")));
    }

    @Test
    @Tag("D4")
    void anAddressGetsOneInTenMinutes() {
        rules(REPLY);

        opened(InboundMail.from(STRANGER).subject("One"));
        TicketId second = opened(InboundMail.from(STRANGER).subject("Two"));
        assertThat(sentTo(STRANGER)).hasSize(1);
        assertThat(skipped(second))
                .containsExactly(new Skipped("reply", "the address got an automatic mail in the last 10 minutes"));
        center.after(Duration.ofMinutes(11));
        opened(InboundMail.from(STRANGER).subject("Three"));

        assertThat(sentTo(STRANGER)).hasSize(2);
    }

    @Test
    void oneReplyIsSentTheLastRules() {
        rules(
                REPLY,
                SubmissionRule.of(
                        "Later", Condition.always(), Handling.nothing().reply(Wording.of("Later."))));

        TicketId ticket = opened(InboundMail.from(JANE));

        assertThat(sentTo(JANE)).extracting(ParsedMail::text).containsExactly("Later.");
        assertThat(skipped(ticket)).containsExactly(new Skipped("reply", "the rule Later decides"));
    }

    @Test
    void aFollowUpIsNoSubmission() {
        TicketId ticket = opened(InboundMail.from(JANE));
        rules(SubmissionRule.of("All", Condition.always(), Handling.nothing().priority(99)));

        receive(InboundMail.from(JANE).replyTo(lastSent()));

        assertThat(anna.ticket(ticket).header().priority().value()).isEqualTo(50);
        assertThat(events(ticket, RuleApplied.class)).isEmpty();
    }

    private List<Skipped> skipped(TicketId ticket) {
        return events(ticket, RuleApplied.class).stream()
                .flatMap(rule -> rule.skipped().stream())
                .toList();
    }

    private void rules(SubmissionRule... rules) {
        center.admin().rules().save(RuleSet.none().withSubmission(rules));
    }
}
