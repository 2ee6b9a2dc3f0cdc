// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.Mailroom;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryMailbox;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.MailOutcome;
import java.util.List;
import java.util.function.Consumer;

/** What the mailroom does, seen through mails that come and go and through the desks. */
public abstract class MailTest extends BehaviourTest {
    public static final String JANE = "jane@jane.example";
    public static final String MARY = "mary@mary.example";
    public static final String STRANGER = "stranger@elsewhere.example";

    /** The kit's. */
    public static final Secret SECRET = Secret.of("0123456789abcdef0123456789abcdef");

    protected final InMemoryMailbox mailbox = center.mail().mailbox();
    protected final Mailroom mailroom = center.center().mailroom(Cast.ANNA);

    /** Another node on the same storage, directory, mail and clock, wired otherwise. */
    protected SupportCenter node(Consumer<SupportCenter.Builder> more) {
        SupportCenter.Builder builder = SupportCenter.builder()
                .storage(center.storage())
                .identity(center.directory())
                .mail(center.mail())
                .secret(SECRET)
                .installation("Example Hosting", TestCenter.SUPPORT)
                .clock(clock);
        more.accept(builder);
        return builder.build();
    }

    /** The mails arrive, and one round of background work deals with them. */
    protected void receive(InboundMail... mails) {
        for (InboundMail mail : mails) {
            center.mail().deliver(mail.bytes());
        }
        center.run();
    }

    /** The mail arrives and opens a ticket. */
    protected TicketId opened(InboundMail mail) {
        List<TicketId> before = ids();
        receive(mail);
        List<TicketId> now = ids();
        assertThat(now).as("the mail opened one ticket").hasSize(before.size() + 1);
        return now.get(now.size() - 1);
    }

    /** The mail arrives and opens none. */
    protected void receivedWithoutTicket(InboundMail mail) {
        List<TicketId> before = ids();
        receive(mail);
        assertThat(ids()).isEqualTo(before);
    }

    /** All tickets by number. */
    protected List<TicketData> tickets() {
        return center.storage().read(Invariants::tickets);
    }

    private List<TicketId> ids() {
        return tickets().stream().map(TicketData::id).toList();
    }

    protected List<String> texts(TicketId ticket) {
        return anna.ticket(ticket).messages().stream()
                .map(ConversationItem.Message::text)
                .toList();
    }

    protected List<TicketEvent> events(TicketId ticket) {
        return anna.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(line -> ((ConversationItem.SystemLine) line).event())
                .toList();
    }

    protected <T extends TicketEvent> List<T> events(TicketId ticket, Class<T> type) {
        return events(ticket).stream().filter(type::isInstance).map(type::cast).toList();
    }

    protected long taken(MailOutcome outcome) {
        return mailroom.state().taken().getOrDefault(outcome, 0L);
    }

    /** All that was sent to this address, the oldest first. */
    protected List<ParsedMail> sentTo(String address) {
        return center.sent().stream()
                .filter(mail -> mail.recipients().toString().contains(address))
                .toList();
    }

    protected ParsedMail lastSent() {
        List<ParsedMail> all = center.sent();
        return all.get(all.size() - 1);
    }
}
