// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.AutomaticMailLimits.Limit;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.MailroomView.Outgoing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mails on their way out: ready → claimed → sending → sent, uncertain or failed.
 *
 * <p>Whoever works on a mail holds it by a lease with a fencing number; a change by an older number has no effect and returns false.
 * Mails of one ticket are claimed in the order they were added: a later one waits until the earlier ones are sent, uncertain or failed.
 * Nobody waits for a {@linkplain OutgoingData.Kind#COPY copy}.
 */
public interface OutboxStore {
    /** Adds a mail, ready at its creation time. */
    void add(OutgoingData mail);

    /**
     * Takes mails that are ready and due, or that somebody took and did not settle before the lease ran out; at most one of a ticket,
     * and those due longest first.
     * Those locked by other units are passed over. One found while it was being sent stays so, and the claim says it.
     */
    List<Claim> claim(Instant now, Instant until, int limit);

    /** The next thing is to hand it to the server. */
    boolean sending(long mail, long fence);

    /** The server took it. */
    boolean sent(long mail, long fence, Instant now);

    /** Others have the mail: what is claimed and shown from now on names these recipients alone, at least one. */
    boolean narrow(long mail, long fence, List<EmailAddress> remaining);

    /** Ready again when due; counts a try. {@code again} marks that a copy may have arrived already. */
    boolean postpone(long mail, long fence, Instant due, String reason, boolean again);

    boolean uncertain(long mail, long fence, String reason);

    boolean failed(long mail, long fence, String reason);

    /** Makes a failed or uncertain mail ready, as if it had never been tried; false if it is neither. */
    boolean retry(long mail, Instant now);

    /** How far the mails with public messages of these tickets' numbering have come. */
    Map<MessageId, Delivery> deliveries(Collection<TicketId> tickets);

    default Map<MessageId, Delivery> deliveries(TicketId ticket) {
        return deliveries(List.of(ticket));
    }

    /** True if a mail of one of these tickets, a copy apart, has not been settled: it waits to be sent, or is being sent. */
    boolean isUnderWay(Collection<TicketId> tickets);

    /** The mail with that Message-ID. */
    Optional<Sent> findByMessageId(String messageId);

    /** The {@linkplain OutgoingData.Kind#AUTOMATIC automatic} mails that were added at or after the instant, by three counts. */
    Automatic countAutomatic(EmailAddress recipient, TicketId ticket, Instant since);

    /** Notes that a limit held an automatic mail back. */
    void withheld(Limit by, Instant at);

    /** How many were held back at or after the instant; limits that held back none are left out. */
    Map<Limit, Long> withheld(Instant since);

    Map<Delivery.State, Long> counts();

    /** Those that failed, are uncertain, or wait for another try; the newest first. */
    List<Outgoing> troubled(int limit);

    /**
     * @param wasSending it was being sent when its lease ran out
     * @param tries how often it was postponed
     * @param again a copy may have arrived already
     */
    record Claim(long id, long fence, OutgoingData mail, boolean wasSending, int tries, boolean again) {}

    /**
     * @param toAddress those to the address, alone or with others
     * @param ofTicket those of the ticket
     * @param ofInstallation all
     */
    record Automatic(long toAddress, long ofTicket, long ofInstallation) {}

    /** @param recipients all to whom it was to go, those who have it and those who remain */
    record Sent(
            long id,
            @Nullable TicketId ticket,
            @Nullable MessageId message,
            OutgoingData.Kind kind,
            List<EmailAddress> recipients) {
        public Sent {
            recipients = List.copyOf(recipients);
        }
    }
}
