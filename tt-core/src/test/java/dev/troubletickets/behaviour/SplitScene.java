// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Split.Part;
import dev.troubletickets.command.Upload;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.SplitReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Jane has asked about her mail and was answered; then she asked about her site, with a file, and john noted something. */
abstract class SplitScene extends BehaviourTest {
    TicketId source;

    @BeforeEach
    void talk() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        center.admin().give(Cast.JOHN, Permission.SPLIT);
        source = center.taken();
        minute();
        john.answer(source, Answer.of("Mail is fixed.").keepOpen());
        minute();
        jane.reply(source, Reply.of("My site is down, too.").attach(file("trace")));
        minute();
        john.note(source, "the site is on the old server");
        // his lock, which came with going on talking, is over
        center.after(Duration.ofMinutes(30));
    }

    final void minute() {
        center.after(Duration.ofMinutes(1));
    }

    final MessageId word(int number) {
        return MessageId.publicMessage(source, number);
    }

    final MessageId note(int number) {
        return MessageId.note(source, number);
    }

    /** From her second question on, into a ticket of its own. */
    final SplitReport splitSite() {
        return john.linking().split(source, Split.into(Part.from("Site is down", word(3))));
    }

    final TicketId part(SplitReport report) {
        return report.tickets().get(0);
    }

    final List<String> staffs(TicketId ticket) {
        return texts(anna.ticket(ticket).messages());
    }

    final List<String> janes(TicketId ticket) {
        return texts(jane.ticket(ticket).messages());
    }

    static List<String> texts(List<ConversationItem.Message> messages) {
        return messages.stream().map(ConversationItem.Message::text).toList();
    }

    static Upload file(String text) {
        return Upload.of("log.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
