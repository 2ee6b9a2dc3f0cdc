// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.assertSame;
import static dev.troubletickets.contract.storage.StorageFixtures.bytes;
import static dev.troubletickets.contract.storage.StorageFixtures.history;
import static dev.troubletickets.contract.storage.StorageFixtures.message;
import static dev.troubletickets.contract.storage.StorageFixtures.note;
import static dev.troubletickets.contract.storage.StorageFixtures.publicMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.MessageData.AttachmentData;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages. What a reader has not read shows in lists: see {@link TicketListContract}. */
public interface ConversationStoreContract extends StorageUnderTest {
    @Test
    @Tag("F3")
    default void aMessageComesBackWithEveryFieldItHas() {
        TicketId ticket = keptTicket();
        long mail = write().intake()
                .store("support", "1", "sha", bytes("raw"), START)
                .orElseThrow();
        MessageId id = MessageId.publicMessage(ticket, 1);
        MessageData full = new MessageData(
                id,
                id.ticket(),
                1,
                MessageKind.AUTOMATIC,
                START,
                new Actor.Sender(EmailAddress.of("Jane.Doe@example.org")),
                "Žaneta \uD83D\uDE80",
                EmailAddress.of("J.Doe@example.org"),
                Channel.MAIL,
                UNICODE,
                mail,
                "<Aé_1." + "x".repeat(700) + "@mail.example>",
                List.of(
                        new AttachmentData(
                                new AttachmentId(id, 1), "účet \uD83D\uDCB0.pdf", "application/pdf", 0, keptFile(0)),
                        new AttachmentData(
                                new AttachmentId(id, 2),
                                "b".repeat(200),
                                "text/plain",
                                Integer.MAX_VALUE + 1L,
                                keptFile(Integer.MAX_VALUE + 1L))));

        add(full);

        MessageData kept = read().conversations().find(id).orElseThrow();
        assertThat(kept).isEqualTo(full);
        assertSame(kept, full);
        assertThat(all(ticket)).containsExactly(full);
        assertThat(read().conversations().publicMessages(ticket)).containsExactly(full);
    }

    @Test
    @Tag("A8")
    default void textComesBackExactlyAsItWasWritten() {
        TicketId ticket = keptTicket();
        List<String> texts = List.of("", " ", "\n", "\r\n.\r\n", "trailing \t ", UNICODE, "long é ".repeat(100_000));
        for (int i = 0; i < texts.size(); i++) {
            MessageId id = MessageId.publicMessage(ticket, i + 1);
            add(message(id, i + 1, MessageKind.ANSWER, texts.get(i), List.of()));
        }

        assertThat(all(ticket)).extracting(MessageData::text).containsExactlyElementsOf(texts);
    }

    @Test
    @Tag("A9")
    default void notesAreNotAmongThePublicMessages() {
        TicketId ticket = keptTicket();
        MessageData first = add(publicMessage(ticket, 1, 1));
        add(note(ticket, 1, 2));
        MessageData second = add(publicMessage(ticket, 2, 3));

        assertThat(read().conversations().publicMessages(ticket)).containsExactly(first, second);
    }

    @Test
    default void messagesComeByVersionAndWithinOneThePublicMessageFirst() {
        TicketId ticket = keptTicket();
        MessageData lateNote = add(note(ticket, 2, 4));
        MessageData sameNote = add(note(ticket, 1, 2));
        MessageData late = add(publicMessage(ticket, 3, 10));
        MessageData same = add(publicMessage(ticket, 2, 2));
        MessageData first = add(publicMessage(ticket, 1, 1));

        assertThat(all(ticket)).containsExactly(first, same, sameNote, lateNote, late);
        assertThat(read().conversations().publicMessages(ticket)).containsExactly(first, same, late);
    }

    @Test
    default void attachmentsComeInTheOrderOfTheirNumbers() {
        TicketId ticket = keptTicket();
        MessageId id = MessageId.publicMessage(ticket, 1);
        BlobKey same = keptFile(3);
        List<AttachmentData> twelve = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            twelve.add(new AttachmentData(
                    new AttachmentId(id, i), "same name", "text/plain", i, i % 3 == 0 ? same : keptFile(i)));
        }
        add(message(id, 1, MessageKind.CUSTOMER, "twelve", twelve));

        assertThat(all(ticket).get(0).attachments()).isEqualTo(twelve);
    }

    @Test
    default void theConversationsOfTwoTicketsDoNotMix() {
        TicketId one = keptTicket();
        TicketId two = keptTicket();
        MessageData first = add(publicMessage(one, 1, 1));
        MessageData second = add(publicMessage(two, 1, 1));
        add(history(one, 1, 0));
        HistoryEntry line = add(history(two, 1, 0));

        assertThat(all(one)).containsExactly(first);
        assertThat(all(two)).containsExactly(second);
        assertThat(lines(two)).containsExactly(line);
    }

    @Test
    default void aNoteAndAPublicMessageOfOneNumberAreTwoMessages() {
        TicketId ticket = keptTicket();
        MessageData message = add(publicMessage(ticket, 1, 1));
        MessageData note = add(note(ticket, 1, 2));

        assertThat(read().conversations().find(message.id())).contains(message);
        assertThat(read().conversations().find(note.id())).contains(note);
        assertThat(read().conversations().find(MessageId.note(ticket, 2))).isEmpty();
    }

    @Test
    default void aMessagesNumberIsTakenOnlyOnce() {
        TicketId ticket = keptTicket();
        MessageData first = add(publicMessage(ticket, 1, 1));

        assertThatThrownBy(() -> add(publicMessage(ticket, 1, 2))).isInstanceOf(WriteConflict.class);
        assertThat(all(ticket)).containsExactly(first);
    }

    @Test
    @Tag("D5")
    default void theLastMessageIdsAreThoseOfTheNewestPublicMessagesThatHaveOne() {
        TicketId ticket = keptTicket();
        assertThat(lastMessageIds(ticket, 5)).isEmpty();
        for (int i = 1; i <= 12; i++) {
            addMailed(MessageId.publicMessage(ticket, i), i == 11 ? null : "<" + i + "@x>");
        }
        addMailed(MessageId.note(ticket, 1), "<note@x>");
        addMailed(MessageId.publicMessage(keptTicket(), 1), "<other@x>");

        assertThat(lastMessageIds(ticket, 3)).containsExactly("<9@x>", "<10@x>", "<12@x>");
        assertThat(lastMessageIds(ticket, 20)).hasSize(11).startsWith("<1@x>", "<2@x>");
    }

    @Test
    default void anUnknownTicketHasNoConversation() {
        TicketId unknown = TicketId.of(Long.MAX_VALUE);

        assertThat(all(unknown)).isEmpty();
        assertThat(lines(unknown)).isEmpty();
        assertThat(read().conversations().publicMessages(unknown)).isEmpty();
        assertThat(read().conversations().find(MessageId.note(unknown, 1))).isEmpty();
    }

    private void addMailed(MessageId id, String messageId) {
        add(new MessageData(
                id,
                id.ticket(),
                id.isNote() ? 20 : id.number(),
                id.isNote() ? MessageKind.NOTE : MessageKind.ANSWER,
                START,
                Actor.system(),
                "",
                null,
                Channel.STAFF,
                "",
                null,
                messageId,
                List.of()));
    }

    private List<String> lastMessageIds(TicketId ticket, int limit) {
        return read().conversations().lastMessageIds(List.of(ticket), limit);
    }

    private MessageData add(MessageData message) {
        write().conversations().add(message);
        return message;
    }

    private HistoryEntry add(HistoryEntry line) {
        write().conversations().add(line);
        return line;
    }

    private List<MessageData> all(TicketId ticket) {
        return read().conversations().allMessages(ticket);
    }

    private List<HistoryEntry> lines(TicketId ticket) {
        return read().conversations().history(ticket);
    }
}
