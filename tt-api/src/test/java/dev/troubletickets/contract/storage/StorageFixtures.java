// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.FileData;
import dev.troubletickets.spi.storage.FileData.Scan;
import dev.troubletickets.spi.storage.FileData.Stage;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Values the contracts share. */
public final class StorageFixtures {
    /** With as many digits as a storage has to keep. */
    public static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");

    public static final StaffId JOHN = StaffId.of("john");
    public static final StaffId MARY = StaffId.of("mary");

    /** Two, three and four bytes in UTF-8, a combining mark, right-to-left text, ends of lines, spaces at both ends. */
    public static final String UNICODE =
            "  Žluťoučký kůň, e\u0301, 日本語, \uD83D\uDC69\u200D\uD83D\uDCBB, שלום\r\n\tline '2' \\ \"%_\" \n ";

    /** Of some file. */
    public static final String SHA256 = "0123456789abcdef".repeat(4);

    private StorageFixtures() {}

    public static Instant minutes(long after) {
        return START.plusSeconds(60 * after);
    }

    public static MessageData publicMessage(TicketId ticket, int number, long version) {
        return message(
                MessageId.publicMessage(ticket, number), version, MessageKind.CUSTOMER, "public " + number, List.of());
    }

    public static MessageData note(TicketId ticket, int number, long version) {
        return message(MessageId.note(ticket, number), version, MessageKind.NOTE, "note " + number, List.of());
    }

    /** A file whose bytes are to come. */
    public static FileData coming(BlobKey key, long size) {
        return new FileData(key, size, START, Stage.COMING, Scan.WAITING, null);
    }

    /** The ticket's first public message, with the facts of one attachment. */
    public static MessageData messageWithAttachment(TicketId ticket, long size, BlobKey blob) {
        MessageId id = MessageId.publicMessage(ticket, 1);
        var facts = new MessageData.AttachmentData(new AttachmentId(id, 1), "log.txt", "text/plain", size, blob);
        return message(id, 1, MessageKind.CUSTOMER, "see the log", List.of(facts));
    }

    public static MessageData message(
            MessageId id, long version, MessageKind kind, String text, List<MessageData.AttachmentData> attachments) {
        Actor author = kind == MessageKind.CUSTOMER
                ? new Actor.Sender(EmailAddress.of("Jane@example.org"))
                : Actor.staff(JOHN);
        return new MessageData(
                id,
                id.ticket(),
                version,
                kind,
                minutes(version),
                author,
                "Jane",
                null,
                Channel.PANEL,
                text,
                null,
                null,
                attachments);
    }

    public static HistoryEntry history(TicketId ticket, long version, int index) {
        return new HistoryEntry(
                ticket, version, index, minutes(version), Actor.system(), "TicketChanged", "{\"n\":" + index + "}");
    }

    /** A mail of the ticket (null for none), with the id {@code <name@desk.example>}. */
    public static OutgoingData mail(TicketId ticket, String name) {
        return mail(ticket, null, name, START);
    }

    public static OutgoingData mail(TicketId ticket, MessageId message, String name, Instant createdAt) {
        return new OutgoingData(
                ticket,
                message,
                OutgoingData.Kind.ANSWER,
                EmailAddress.of("Desk@desk.example"),
                List.of(EmailAddress.of("Jane.Doe@example.org")),
                "<" + name + "@desk.example>",
                bytes(name),
                createdAt);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Every byte there is, as often as said. */
    public static byte[] allBytes(int times) {
        byte[] bytes = new byte[256 * times];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    /** Equal in every field, addresses in the case they were written in too, which {@code equals} leaves out. */
    public static <T> void assertSame(T actual, T expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }
}
