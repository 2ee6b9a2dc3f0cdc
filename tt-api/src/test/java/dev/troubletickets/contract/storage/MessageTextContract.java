// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.assertSame;
import static dev.troubletickets.contract.storage.StorageFixtures.history;
import static dev.troubletickets.contract.storage.StorageFixtures.messageWithAttachment;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static dev.troubletickets.contract.storage.StorageFixtures.note;
import static dev.troubletickets.contract.storage.StorageFixtures.publicMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The one thing of a message that may change (A16). */
@Tag("A16")
public interface MessageTextContract extends StorageUnderTest {
    @Test
    default void theTextIsReplacedAndAllElseOfTheMessageStays() {
        TicketId ticket = keptTicket();
        MessageData before = messageWithAttachment(ticket, 7, keptFile(7));
        write().conversations().add(before);

        change(before.id(), UNICODE, minutes(5));
        change(before.id(), UNICODE + "again", minutes(6));

        MessageData expected = edited(before, UNICODE + "again", minutes(6));
        assertSame(read().conversations().find(before.id()).orElseThrow(), expected);
        assertThat(read().conversations().allMessages(ticket)).containsExactly(expected);
        assertThat(read().conversations().publicMessages(ticket)).containsExactly(expected);
    }

    @Test
    default void noOtherMessageChanges() {
        TicketId ticket = keptTicket();
        MessageData note = note(ticket, 1, 2);
        MessageData publicOne = publicMessage(ticket, 1, 1);
        MessageData elsewhere = publicMessage(keptTicket(), 1, 1);
        run(unit -> {
            unit.conversations().add(publicOne);
            unit.conversations().add(note);
            unit.conversations().add(elsewhere);
        });

        change(note.id(), "other", minutes(5));

        assertThat(read().conversations().allMessages(ticket))
                .containsExactly(publicOne, edited(note, "other", minutes(5)));
        assertThat(read().conversations().find(elsewhere.id())).contains(elsewhere);
    }

    @Test
    default void changingAMessageThatIsNotThereChangesNothing() {
        TicketId ticket = keptTicket();

        change(MessageId.publicMessage(ticket, 1), "other", minutes(5));

        assertThat(read().conversations().allMessages(ticket)).isEmpty();
    }

    @Test
    default void aChangeInAUnitThatFailsDidNotHappen() {
        MessageData before = publicMessage(keptTicket(), 1, 1);
        write().conversations().add(before);

        assertThatThrownBy(() -> run(unit -> {
                    unit.conversations().changeText(before.id(), "other", minutes(5));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(read().conversations().find(before.id())).contains(before);
    }

    @Test
    default void aLongTextFitsIntoALineOfHistory() {
        TicketId ticket = keptTicket();
        String before = "\\n\\\"é".repeat(400_000);
        HistoryEntry line = history(ticket, 1, 0);
        HistoryEntry full = new HistoryEntry(ticket, 2, 0, line.at(), Actor.system(), "MessageEdited", before);

        write().conversations().add(full);

        assertThat(read().conversations().history(ticket)).containsExactly(full);
    }

    private void change(MessageId id, String text, Instant at) {
        write().conversations().changeText(id, text, at);
    }

    private static MessageData edited(MessageData m, String text, Instant at) {
        return new MessageData(
                m.id(),
                m.shownIn(),
                m.version(),
                m.kind(),
                m.at(),
                m.author(),
                m.authorName(),
                m.from(),
                m.channel(),
                text,
                m.mail(),
                m.messageId(),
                m.attachments(),
                at);
    }
}
