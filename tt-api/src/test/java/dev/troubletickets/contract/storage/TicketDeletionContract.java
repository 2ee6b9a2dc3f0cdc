// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.bytes;
import static dev.troubletickets.contract.storage.StorageFixtures.history;
import static dev.troubletickets.contract.storage.StorageFixtures.mail;
import static dev.troubletickets.contract.storage.StorageFixtures.messageWithAttachment;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static dev.troubletickets.contract.storage.StorageFixtures.note;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ticket goes with all that is its own, and takes nothing else along (A11). */
@Tag("A11")
public interface TicketDeletionContract extends StorageUnderTest {
    @Test
    default void aDeletedTicketIsGone() {
        TicketId id = keptTicket();

        assertThat(delete(id)).isTrue();
        assertThat(read().tickets().find(id)).isEmpty();
        assertThat(read().tickets().count(TicketCriteria.of(new Visibility.Everything())))
                .isZero();
        assertThat(delete(id)).isFalse();
    }

    @Test
    default void itsConversationAttachmentsThreadsAndMailsGoWithIt() {
        TicketId id = furnishedTicket("gone");

        delete(id);

        read(unit -> {
            assertThat(unit.conversations().allMessages(id)).isEmpty();
            assertThat(unit.conversations().publicMessages(id)).isEmpty();
            assertThat(unit.conversations().find(MessageId.publicMessage(id, 1)))
                    .isEmpty();
            assertThat(unit.conversations().history(id))
                    .allMatch(line -> line.data().isEmpty());
            assertThat(unit.files().unused(START, 10)).hasSize(1);
            assertThat(unit.threads().find(List.of("<gone@mail>"))).isEmpty();
            assertThat(unit.threads().findBySubject("gone", Optional.empty())).isEmpty();
            assertThat(unit.outbox().findByMessageId("<gone@desk.example>")).isEmpty();
            assertThat(unit.outbox().deliveries(id)).isEmpty();
            return true;
        });
        assertThat(write().outbox().claim(minutes(1), minutes(2), 10)).isEmpty();
    }

    @Test
    default void otherTicketsKeepAllTheyHave() {
        TicketId gone = furnishedTicket("gone");
        TicketId kept = furnishedTicket("kept");

        delete(gone);

        read(unit -> {
            assertThat(unit.tickets().find(kept)).isPresent();
            assertThat(unit.conversations().allMessages(kept)).hasSize(2);
            assertThat(unit.conversations().history(kept)).hasSize(1);
            assertThat(unit.files().unused(START, 10))
                    .hasSize(1)
                    .doesNotContainAnyElementsOf(unit.conversations()
                            .find(MessageId.publicMessage(kept, 1))
                            .orElseThrow()
                            .blobs());
            assertThat(unit.threads().find(List.of("<kept@mail>"))).containsEntry("<kept@mail>", kept);
            assertThat(unit.outbox().findByMessageId("<kept@desk.example>")).isPresent();
            var row = unit.tickets()
                    .list(TicketCriteria.of(new Visibility.Everything()).readBy(JOHN))
                    .get(0);
            assertThat(row.unread()).isFalse();
            return true;
        });
    }

    @Test
    default void theOriginalsOfItsMailsAreEmptiedAndStillNotFetchedAgain() {
        TicketId gone = keptTicket();
        TicketId kept = keptTicket();
        long gonesMail = takenIn("1", gone);
        long keptsMail = takenIn("2", kept);

        delete(gone);

        assertThat(read().intake().raw(gonesMail).map(raw -> raw.length).orElse(0))
                .isZero();
        assertThat(read().intake().raw(keptsMail))
                .hasValueSatisfying(raw -> assertThat(raw).isEqualTo(bytes("raw 2")));
        assertThat(write().intake().store("support", "1", "sha1", bytes("raw 1"), START))
                .isEqualTo(OptionalLong.empty());
        assertThat(read().intake().counts()).containsEntry(MailOutcome.APPENDED, 2L);
    }

    @Test
    default void aMailWithoutATicketStays() {
        write().outbox().add(mail(null, "alone"));

        delete(keptTicket());

        assertThat(read().outbox().findByMessageId("<alone@desk.example>")).isPresent();
    }

    private boolean delete(TicketId id) {
        return write().tickets().delete(id);
    }

    private TicketId furnishedTicket(String name) {
        TicketId id = keep(ticket().subject(name).notes(1)).id();
        BlobKey file = keptFile(name.length());
        run(unit -> {
            MessageData message = messageWithAttachment(id, name.length(), file);
            unit.conversations().add(message);
            unit.conversations().add(note(id, 1, 1));
            unit.conversations().add(history(id, 1, 0));
            unit.conversations().markRead(id, JOHN, 2);
            unit.threads().remember("<" + name + "@mail>", id);
            unit.outbox().add(mail(id, message.id(), name, START));
        });
        return id;
    }

    private long takenIn(String uid, TicketId into) {
        return write(unit -> {
            long mail = unit.intake()
                    .store("support", uid, "sha" + uid, bytes("raw " + uid), START)
                    .orElseThrow();
            unit.intake().finish(mail, Ending.of(MailOutcome.APPENDED, into, ""));
            return mail;
        });
    }
}
