// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static dev.troubletickets.examples.quickstart.Harbour.ADA;
import static dev.troubletickets.examples.quickstart.Harbour.JANE;
import static dev.troubletickets.examples.quickstart.Harbour.TOM;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.memory.MovableClock;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.RunReport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;

/** A week at Harbour Hosting. Each chapter does what people do, lets the background work, and shows the desk. */
final class Story {
    private final SupportCenter center;
    private final MailServer server;
    private final MailProgram customers;
    private final MovableClock clock;
    private final Screens screens;
    private final StaffDesk tom;
    private final CustomerDesk jane;

    Story(SupportCenter center, MailServer server, MailProgram customers, MovableClock clock, Screens screens) {
        this.center = center;
        this.server = server;
        this.customers = customers;
        this.clock = clock;
        this.screens = screens;
        tom = center.staff(TOM);
        jane = center.customer(JANE);
    }

    void tell() {
        mailArrives();
        TicketId boot = janeOpensATicket();
        tomAnswers();
        customersReact();
        janeLooksIntoHerPanel(boot);
        aWeekPasses();
    }

    private void mailArrives() {
        screens.chapter("Nine mails arrive, one of them twice: eight tickets, seven receipts, none to the monitor");
        customers.send("bounced-mail", "error-500", "certificate", "ftp-upload", "domain-move", "no-mail");
        customers.send("node-js", "monitor", "bounced-mail");
        work();
        screens.dashboard(tom.dashboard());
    }

    private TicketId janeOpensATicket() {
        screens.chapter("Jane opens a ticket in her panel, and the support mailbox gets a copy");
        TicketId boot = jane.open(
                NewTicket.of("My server does not boot", "Since the kernel update it hangs at \"Loading initrd\".")
                        .category("Servers")
                        .service("jane-vps"));
        work();
        screens.dashboard(tom.dashboard());
        return boot;
    }

    private void tomAnswers() {
        screens.chapter("Tom picks up and answers: one with a CC, one sticky, one with a note");
        answer(
                "Mail to my customers bounces",
                Answer.of("We asked for the address to be taken off the list.").cc("boss@jane.example"));
        answer(
                "Shop shows error 500",
                Answer.of("PHP 8.3 lacked the intl extension; it is there now.").sticky(true));
        answer(
                "Browser warns",
                Answer.of("The certificate is renewed.").note("Renewal failed: her DNS had two A records."));
        answer("FTP upload stops", Answer.of("Your plan takes files of 2 GB; shall we raise it?"));
        answer("Do you host Node.js", Answer.of("Yes, on every virtual server; Web L has room for your database."));
        answer(
                "My server does not boot",
                Answer.of("Please look at the rescue console now.").keepOpen());
        work();
        screens.dashboard(tom.dashboard());
        screens.say("What Bob finds in his mailbox:");
        screens.mail(server.newest("bob@bakery.example"));
    }

    private void customersReact() {
        screens.chapter("Jane's second address, her boss, Bob's phone, Eva's holiday, a bounce, a stranger");
        MimeMessage toJane = server.newest("boss@jane.example"); // the answer she got, in her boss's copy
        customers.reply(toJane, "reply-second-address");
        customers.reply(toJane, "reply-cc");
        customers.reply(toJane, "stranger");
        customers.reply(server.newest("bob@bakery.example"), "reply-phone");
        customers.reply(server.newest("eva@florist.example"), "out-of-office");
        customers.reply(server.newest("carlos@velo.example"), "bounce");
        work();
        screens.dashboard(tom.dashboard());
        screens.say("Two as Tom sees them: the answer that bounced, the stranger who named Jane's ticket.");
        screens.ticket(tom.ticket(about("FTP upload stops")));
        screens.ticket(tom.ticket(about("mallory@elsewhere.example")));
    }

    private void janeLooksIntoHerPanel(TicketId boot) {
        screens.chapter(
                "Jane reads an answer in her panel and replies; notes and other people's tickets are not there");
        screens.customerTickets(jane.tickets(Optional.empty()));
        screens.customerTicket(jane.ticket(boot));
        jane.reply(boot, Reply.of("It boots again, thank you!"));
        work();
    }

    private void aWeekPasses() {
        screens.chapter("Tom closes one, answers one, puts one aside; a week later the answered ones are closed");
        answer("My server does not boot", Answer.of("Good to hear.").andClose());
        answer("Shop shows error 500", Answer.of("The form works again, too."));
        tom.hold(about("FTP upload stops"));
        work();
        clock.advance(Duration.ofDays(7));
        work();
        screens.dashboard(tom.dashboard());
        screens.mailroom(center.mailroom(ADA).state());
    }

    /** Tom picks the ticket up, if it is nobody's, and answers. */
    private void answer(String words, Answer answer) {
        TicketId ticket = about(words);
        if (tom.ticket(ticket).header().assignee().isEmpty()) {
            tom.pickUp(ticket);
        }
        tom.answer(ticket, answer);
    }

    /** Twenty minutes later, everything that was due is done. In a panel an executor does this; see the guide. */
    private void work() {
        clock.advance(Duration.ofMinutes(20));
        RunReport report = center.background().runDue();
        if (report.failures() > 0) {
            throw new IllegalStateException("a part of the background work failed; the log says why");
        }
        screens.background(report);
    }

    private TicketId about(String words) {
        return tom.quickSearch(words, Optional.empty()).tickets().get(0).id();
    }
}
