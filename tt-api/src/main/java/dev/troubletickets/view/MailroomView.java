// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.AutomaticMailLimits.Limit;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of the mail at a glance.
 *
 * @param taken how many mails came to each outcome, ever
 * @param waiting mails stored and not yet processed
 * @param outbox how many outgoing mails are in each state
 * @param withheld how many automatic mails each limit held back in the last 24 hours (D4); those that held back none are left out
 * @param quarantine the newest mails kept aside because they could not be processed
 * @param troubled the newest outgoing mails that failed, are uncertain, or wait for another try
 */
public record MailroomView(
        List<MailboxState> mailboxes,
        Map<MailOutcome, Long> taken,
        long waiting,
        Map<Delivery.State, Long> outbox,
        Map<Limit, Long> withheld,
        List<Kept> quarantine,
        List<Outgoing> troubled) {
    public MailroomView {
        mailboxes = List.copyOf(mailboxes);
        taken = inOrder(MailOutcome.class, taken);
        outbox = inOrder(Delivery.State.class, outbox);
        withheld = inOrder(Limit.class, withheld);
        quarantine = List.copyOf(quarantine);
        troubled = List.copyOf(troubled);
    }

    /**
     * A mailbox that is polled.
     *
     * @param failures polls that failed since the last success
     * @param lastError of the newest poll that failed, even if others have succeeded since
     * @param taken mails that came from it, without those that had been fetched before
     */
    public record MailboxState(
            String name,
            Optional<Instant> lastSuccess,
            int failures,
            Optional<PollError> lastError,
            Optional<Instant> nextPoll,
            long taken) {}

    /** Why a poll failed, and when. */
    public record PollError(String reason, Instant at) {}

    /** @param mail the id to replay, discard or download by */
    public record Kept(long mail, String mailbox, Instant receivedAt, int bytes, String reason, int tries) {}

    public record Outgoing(
            long mail, Optional<TicketId> ticket, List<EmailAddress> recipients, Delivery delivery, int tries) {
        public Outgoing {
            recipients = List.copyOf(recipients);
        }
    }

    private static <K extends Enum<K>> Map<K, Long> inOrder(Class<K> kind, Map<K, Long> counts) {
        Map<K, Long> ordered = new EnumMap<>(kind);
        ordered.putAll(counts);
        return Collections.unmodifiableMap(ordered);
    }
}
