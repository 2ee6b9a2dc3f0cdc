// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.mail;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.OutboxStore.Claim;
import dev.troubletickets.spi.storage.OutboxStore.Sent;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.MailroomView.Outgoing;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mail on its way out as a row: the one place that maps both ways. */
final class OutboxRow {
    static final int READY = 0;
    static final int CLAIMED = 1;
    static final int SENDING = 2;
    static final int SENT = 3;
    static final int UNCERTAIN = 4;
    static final int FAILED = 5;

    private static final String MAIL = "ticket, message, kind, sender, recipients, message_id, content, created_at";

    /** Ready at its creation time. */
    static final String INSERT =
            "insert into {outbox} (" + MAIL + ", due, recipients_key) values (" + Codes.marks(10) + ")";

    static final String CLAIM = "id, fence, state, tries, again, " + MAIL;
    static final String OUTGOING = "id, ticket, recipients, state, reason, tries";
    static final String WAY = "id, ticket, message, kind, recipients_key";

    private OutboxRow() {}

    static @Nullable Object[] values(OutgoingData mail, byte[] content) {
        return new @Nullable Object[] {
            mail.ticket() == null ? null : mail.ticket().value(),
            mail.message() == null ? null : number(mail.message(), mail.ticket()),
            mail.kind().name(),
            Codes.text(mail.sender()),
            Codes.join(mail.recipients()),
            mail.messageId(),
            content,
            mail.createdAt(),
            mail.createdAt(),
            mail.recipients().stream().map(EmailAddress::key).collect(Collectors.joining(" ", " ", " "))
        };
    }

    /** With the fencing number that the claim gives it. */
    static Claim claim(Row row) throws SQLException {
        long id = row.number();
        long fence = row.number() + 1;
        boolean wasSending = row.integer() == SENDING;
        int tries = row.integer();
        boolean again = row.flag();
        return new Claim(id, fence, mail(row), wasSending, tries, again);
    }

    static OutgoingData with(OutgoingData mail, byte[] content) {
        return new OutgoingData(
                mail.ticket(),
                mail.message(),
                mail.kind(),
                mail.sender(),
                mail.recipients(),
                mail.messageId(),
                content,
                mail.createdAt());
    }

    static Outgoing outgoing(Row row) throws SQLException {
        long id = row.number();
        Optional<TicketId> ticket = Optional.ofNullable(ticket(row.numberOrNull()));
        return new Outgoing(id, ticket, Codes.addresses(row.text()), delivery(row), row.integer());
    }

    static Sent sent(Row row) throws SQLException {
        long id = row.number();
        TicketId ticket = ticket(row.numberOrNull());
        return new Sent(
                id,
                ticket,
                message(ticket, row.numberOrNull()),
                OutgoingData.Kind.valueOf(row.text()),
                Codes.addresses(row.text().strip()));
    }

    static Delivery delivery(Row row) throws SQLException {
        return new Delivery(state(row.integer()), Optional.ofNullable(row.textOrNull()));
    }

    static Delivery.State state(int state) {
        return switch (state) {
            case SENT -> Delivery.State.SENT;
            case UNCERTAIN -> Delivery.State.UNCERTAIN;
            case FAILED -> Delivery.State.FAILED;
            default -> Delivery.State.QUEUED;
        };
    }

    private static OutgoingData mail(Row row) throws SQLException {
        TicketId ticket = ticket(row.numberOrNull());
        return new OutgoingData(
                ticket,
                message(ticket, row.numberOrNull()),
                OutgoingData.Kind.valueOf(row.text()),
                Codes.address(row.textOrNull()),
                Codes.addresses(row.text()),
                row.text(),
                row.bytes(),
                row.instant());
    }

    private static int number(MessageId message, @Nullable TicketId ticket) {
        if (message.isNote() || !message.ticket().equals(ticket)) {
            throw new IllegalArgumentException("a mail carries a public message of its own ticket");
        }
        return message.number();
    }

    private static @Nullable TicketId ticket(@Nullable Long value) {
        return value == null ? null : TicketId.of(value);
    }

    private static @Nullable MessageId message(@Nullable TicketId ticket, @Nullable Long number) {
        return ticket == null || number == null ? null : MessageId.publicMessage(ticket, number.intValue());
    }
}
