// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static dev.troubletickets.examples.quickstart.HistoryLine.words;
import static java.util.stream.Collectors.joining;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.CustomerTicketRow;
import dev.troubletickets.view.CustomerTicketView;
import dev.troubletickets.view.CustomerTickets;
import dev.troubletickets.view.Dashboard;
import dev.troubletickets.view.Dashboard.QueueCount;
import dev.troubletickets.view.Dashboard.Section;
import dev.troubletickets.view.MailroomView;
import dev.troubletickets.view.RunReport;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.StaffTicketView;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Draws the views as text. A web panel does the same with its own templates: one call to read, one loop to draw. */
final class Screens {
    private static final int LINES = 7;
    private static final int TITLE = 48;

    private final PrintStream out;
    private int chapter;

    Screens(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        chapter++;
        out.printf("%n%d. %s%n", chapter, title);
    }

    void say(String words) {
        out.println("   " + words);
    }

    void background(RunReport report) {
        out.printf(
                "   In the background: mails fetched %d, processed %d, sent %d; tickets closed %d.%n",
                report.fetched(), report.processed(), report.sent(), report.closed());
    }

    /** The staff's tickets center; a star marks what waits for an answer. */
    void dashboard(Dashboard dashboard) {
        String queues = dashboard.activeByQueue().values().stream()
                .sorted(Comparator.comparing(QueueCount::queue))
                .map(count -> count.queue() + " " + count.active())
                .collect(joining(", "));
        out.println("   +-- Tom's tickets center, active tickets: " + queues);
        section("assigned to me", dashboard.assigned());
        section("unassigned", dashboard.unassigned());
        dashboard.answered().ifPresent(answered -> out.println("   |  answered: " + answered.total()));
        dashboard.onHold().ifPresent(held -> section("on hold", held));
    }

    /** A ticket as staff see it: who looks after it, what was said, what happened, what can be done. */
    void ticket(StaffTicketView ticket) {
        out.println("   +-- Ticket " + ticket.id() + ": " + ticket.header().subject());
        ticket.card().ifPresent(who -> out.println("   |  Account: " + who.name() + ", plan " + who.plan()));
        for (ConversationItem item : ticket.conversation()) {
            if (item instanceof ConversationItem.Message message) {
                message(message);
            } else if (item instanceof ConversationItem.SystemLine line) {
                out.println("   |  . " + HistoryLine.of(line.event()));
            }
        }
        out.println("   |  Buttons: "
                + ticket.actions().allowed().stream().map(HistoryLine::words).collect(joining(", ")));
    }

    void customerTickets(CustomerTickets mine) {
        out.println("   +-- My tickets, with new answers: " + mine.unread());
        for (CustomerTicketRow row : mine.tickets()) {
            String mark = row.unread() ? "*" : "";
            out.printf("   |  %1s %4s %-" + TITLE + "s %s%n", mark, row.id(), cut(row.subject()), words(row.status()));
        }
    }

    void customerTicket(CustomerTicketView ticket) {
        out.println("   +-- " + ticket.id() + ": " + ticket.subject()
                + ticket.service().map(service -> ", about " + service).orElse(""));
        ticket.messages().forEach(this::message);
    }

    void mail(MimeMessage mail) {
        try {
            out.println("   +-- " + mail.getSubject());
            lines(String.valueOf(mail.getContent()).lines());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    void mailroom(MailroomView mailroom) {
        out.println("   +-- Ada's mailroom");
        out.println("   |  mails in: " + counts(mailroom.taken()) + "; not yet processed " + mailroom.waiting());
        out.println("   |  mails out: " + counts(mailroom.outbox()));
    }

    private static <K extends Enum<K>> String counts(Map<K, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(count -> words(count.getKey()) + " " + count.getValue())
                        .collect(joining(", "));
    }

    private void section(String name, Section section) {
        out.println("   |  " + name + ": " + section.total());
        section.tickets().forEach(this::row);
    }

    private void row(StaffTicketRow row) {
        String mark = row.isUnanswered() ? "*" : "";
        String whose = row.assignee().map(StaffId::value).map(", "::concat).orElse("");
        String state = words(row.status()) + whose + (row.sticky() ? ", sticky" : "");
        String line = "   |  %1s %4s %-" + TITLE + "s %-24s %-7s %s%n";
        out.printf(line, mark, row.id(), cut(row.subject()), row.requester(), row.queueName(), state);
    }

    private void message(ConversationItem.Message message) {
        String files = message.attachments().stream().map(AttachmentView::name).collect(joining(", "));
        out.println("   |  " + message.authorName() + ", " + words(message.kind())
                + (files.isEmpty() ? "" : ", with " + files) + ":");
        lines(message.text().lines());
    }

    private void lines(Stream<String> lines) {
        lines.limit(LINES).forEach(line -> out.println("   |      " + line));
    }

    private static String cut(String text) {
        return text.length() <= TITLE ? text : text.substring(0, TITLE - 3) + "...";
    }
}
