// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketStore.ListedTicket;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.MailOutcome;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts what happened where it happened: at the mail server and in the storage, not in the story. A panel needs none of this; it looks
 * behind the desks to check them.
 */
final class Ledger {
    private static final TicketCriteria EVERYTHING =
            TicketCriteria.of(new Visibility.Everything()).order(SortKey.ID, true);

    private final Storage storage;
    private final MailServer server;
    private final long ticketsBefore;
    private final Map<MailOutcome, Long> outcomesBefore;

    private Ledger(Storage storage, MailServer server) {
        this.storage = storage;
        this.server = server;
        ticketsBefore = storage.read(stores -> stores.tickets().count(EVERYTHING));
        outcomesBefore = storage.read(stores -> stores.intake().counts());
    }

    /** Notes what the storage holds from earlier runs. */
    static Ledger open(Storage storage, MailServer server) {
        return new Ledger(storage, server);
    }

    /** @throws IllegalStateException if the answers sent, by the outbox, are not those that arrived, by the customers' mailboxes */
    Tally close() {
        return storage.read(stores -> {
            List<TicketId> tickets = newTickets(stores);
            List<MessageData> fromMail = tickets.stream()
                    .flatMap(ticket -> stores.conversations().allMessages(ticket).stream())
                    .filter(message -> message.mail() != null)
                    .toList();
            long arrived = answersThatArrived();
            long sent =
                    tickets.stream().mapToLong(ticket -> sent(stores, ticket)).sum();
            if (sent != arrived) {
                throw new IllegalStateException(sent + " answers were sent, and " + arrived + " arrived");
            }
            Map<MailOutcome, Long> outcomes = stores.intake().counts();
            return new Tally(
                    server.accepted(),
                    tickets.size(),
                    arrived,
                    since(outcomes, MailOutcome.APPENDED),
                    since(outcomes, MailOutcome.QUARANTINED),
                    server.accepted() - known(outcomes),
                    fromMail.size() - distinct(fromMail));
        });
    }

    private List<TicketId> newTickets(UnitOfWork stores) {
        long now = stores.tickets().count(EVERYTHING);
        int newOnes = Math.toIntExact(now - ticketsBefore);
        return stores.tickets().list(EVERYTHING.page(Optional.empty(), newOnes)).stream()
                .map(ListedTicket::ticket)
                .map(ticket -> ticket.id())
                .toList();
    }

    private static long sent(UnitOfWork stores, TicketId ticket) {
        return stores.outbox().deliveries(ticket).values().stream()
                .filter(delivery -> delivery.state() == Delivery.State.SENT)
                .count();
    }

    /** Neither the bytes the server gave twice nor the mail the sender sent twice may make two messages. */
    private static long distinct(List<MessageData> messages) {
        long rows = messages.stream().map(MessageData::mail).distinct().count();
        long ids = messages.stream().map(MessageData::messageId).distinct().count();
        return Math.min(rows, ids);
    }

    private long known(Map<MailOutcome, Long> outcomes) {
        return Stream.of(MailOutcome.values())
                .mapToLong(each -> since(outcomes, each))
                .sum();
    }

    private long since(Map<MailOutcome, Long> outcomes, MailOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0L) - outcomesBefore.getOrDefault(outcome, 0L);
    }

    /** One answer may arrive in several mailboxes; it counts once. */
    private long answersThatArrived() {
        return server.customersMail().stream()
                .filter(Ledger::isAnswer)
                .map(Ledger::messageId)
                .distinct()
                .count();
    }

    private static boolean isAnswer(MimeMessage mail) {
        try {
            String from = Objects.toString(mail.getHeader("From", null), "");
            return from.contains(EmailAddress.of(Harbour.SUPPORT).domain()) && mail.getHeader("Auto-Submitted") == null;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
