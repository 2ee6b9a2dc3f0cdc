// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.event.TicketEvent.ResponseWithheld;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.AutomaticMailLimits;
import dev.troubletickets.settings.AutomaticMailLimits.Limit;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Why;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Automatic mails have limits per address, ticket and installation, which say so when they hold one back (D4). */
@Tag("D4")
class AutomaticMailLimitsTest extends MailTest {
    private static final AutomaticMailLimits WIDE = new AutomaticMailLimits(10, 100, 100, 100);

    @Test
    void theAddressThatGotItsMailsIsNotToldOfTheNextTicketsEnd() {
        limits(new AutomaticMailLimits(10, 1, 100, 100));
        settledResponse();
        TicketId ticket = opened(InboundMail.from(STRANGER));

        anna.close(ticket);

        assertThat(sentTo(STRANGER)).hasSize(1);
        assertThat(events(ticket, ResponseWithheld.class))
                .containsExactly(new ResponseWithheld("the address got an automatic mail in the last 10 minutes"));
        assertThat(withheld()).isEqualTo(Map.of(Limit.ADDRESS, 1L));
    }

    @Test
    void aTicketCausesSoManyAutomaticMailsInTheWindow() {
        limits(new AutomaticMailLimits(30, 100, 2, 100));
        settledResponse();
        TicketId ticket = opened(InboundMail.from(STRANGER));
        closeAgain(ticket, 3);

        assertThat(sentTo(STRANGER)).as("the receipt, and one end").hasSize(2);
        assertThat(events(ticket, ResponseWithheld.class))
                .hasSize(2)
                .containsOnly(new ResponseWithheld("the ticket caused 2 automatic mails in the last 30 minutes"));
        assertThat(withheld()).isEqualTo(Map.of(Limit.TICKET, 2L));
        opened(InboundMail.from(MARY));
        assertThat(sentTo(MARY)).as("another ticket's").hasSize(1);
    }

    @Test
    void theWindowMovesOn() {
        limits(new AutomaticMailLimits(30, 100, 2, 100));
        settledResponse();
        TicketId ticket = opened(InboundMail.from(STRANGER));
        closeAgain(ticket, 2);
        center.after(Duration.ofMinutes(31));
        closeAgain(ticket, 1);

        assertThat(sentTo(STRANGER)).hasSize(3);
    }

    @Test
    void theInstallationSendsSoManyWhoeverWrites() {
        limits(new AutomaticMailLimits(10, 100, 100, 3));
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tickets.add(opened(InboundMail.from("person" + i + "@elsewhere.example")));
        }

        assertThat(center.sent()).hasSize(3);
        assertThat(tickets().size()).isEqualTo(5);
        assertThat(anna.ticket(tickets.get(4)).why())
                .extracting(Why::because)
                .singleElement()
                .asString()
                .endsWith("no receipt: the installation sent 3 automatic mails in the last 10 minutes");
        assertThat(withheld()).isEqualTo(Map.of(Limit.INSTALLATION, 2L));
    }

    @Test
    void receiptsInThePanelAreCountedAndNeverHeldBack() {
        limits(new AutomaticMailLimits(10, 1, 1, 2));
        for (int i = 0; i < 4; i++) {
            jane.open(NewTicket.of("Matter " + i, "Help"));
        }
        opened(InboundMail.from(STRANGER));

        assertThat(sentTo(JANE)).hasSize(4);
        assertThat(sentTo(STRANGER)).isEmpty();
    }

    @Test
    void warningsAreHeldBackByTheInstallationsLimit() {
        limits(new AutomaticMailLimits(10, 1, 100, 2));
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(3).warning(1)));
        List<TicketId> tickets = List.of(center.taken(), center.taken(), center.taken());
        center.after(Duration.ofHours(1));
        tickets.forEach(ticket -> john.answer(ticket, Answer.of("Done?")));
        center.run();
        center.after(Duration.ofDays(2));
        center.run();

        assertThat(tickets.stream()
                        .mapToInt(
                                ticket -> events(ticket, ResponseWithheld.class).size())
                        .sum())
                .as("two of three were warned, though they are one customer's")
                .isEqualTo(1);
        assertThat(withheld()).isEqualTo(Map.of(Limit.INSTALLATION, 1L));
    }

    @Test
    void whatWasHeldBackIsToldForADay() {
        limits(WIDE);
        receive(
                InboundMail.from(STRANGER).subject("One"),
                InboundMail.from(STRANGER).subject("Two"));
        assertThat(withheld()).isEqualTo(Map.of(Limit.ADDRESS, 1L));

        center.after(Duration.ofHours(25));

        assertThat(withheld()).isEmpty();
    }

    @Test
    void whatNobodyWouldGetIsNoCaseOfALimit() {
        center.settings(s -> s.withReceipts(false));
        receive(
                InboundMail.from(STRANGER).subject("One"),
                InboundMail.from(STRANGER).subject("Two"),
                InboundMail.from(MARY).header("Auto-Submitted", "auto-generated"));

        assertThat(withheld()).isEmpty();
    }

    @Test
    void nodesThatReadMailsOfOneSenderAtOnceAnswerOne() throws Exception {
        TestCenter other = center.anotherNode();
        for (int round = 0; round < 8; round++) {
            String sender = "robot" + round + "@elsewhere.example";
            for (String subject : List.of("One", "Two", "Three", "Four")) {
                byte[] mail = InboundMail.from(sender).subject(subject).bytes();
                center.center().background().receive("pipe", new ByteArrayInputStream(mail));
            }
            atOnce(center, other);
            center.run();

            assertThat(sentTo(sender)).hasSize(1);
        }
        assertThat(tickets()).hasSize(32);
    }

    @Test
    void anAddressThatWasAnsweredThisMomentIsNotAnsweredAgainThoughNothingIsLeftOfIt() {
        TicketId ticket = opened(InboundMail.from(STRANGER));
        anna.delete(ticket);
        opened(InboundMail.from(STRANGER).subject("Two"));

        assertThat(sentTo(STRANGER)).hasSize(1);
        assertThat(withheld()).isEqualTo(Map.of(Limit.ADDRESS, 1L));
    }

    private static void atOnce(TestCenter... nodes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.length);
        try {
            List<Callable<Object>> runs = new ArrayList<>();
            for (TestCenter node : nodes) {
                runs.add(node::run);
            }
            for (Future<Object> run : threads.invokeAll(runs)) {
                run.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void closeAgain(TicketId ticket, int times) {
        for (int i = 0; i < times; i++) {
            anna.close(ticket);
            anna.reopen(ticket);
        }
    }

    private void limits(AutomaticMailLimits limits) {
        center.settings(s -> s.withAutomaticMail(limits));
    }

    private void settledResponse() {
        center.admin()
                .changeQueue(
                        center.defaultQueue(), QueueSettings.named("Support").withResolvedResponse(Wording.of("Bye.")));
    }

    private Map<Limit, Long> withheld() {
        return mailroom.state().withheld();
    }
}
