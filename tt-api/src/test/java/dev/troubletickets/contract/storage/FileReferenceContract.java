// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.SHA256;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.messageWithAttachment;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.FileData.Stage;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file stays as long as a message or an action refers to it, and counts as unwanted as soon as none does (F3). */
@Tag("F3")
public interface FileReferenceContract extends StorageUnderTest {
    @Test
    default void whatAMessageRefersToIsNeitherUnusedNorCondemned() {
        BlobKey file = keptFile(3);
        attach(keptTicket(), file);

        assertThat(read().files().unused(minutes(99), 10)).isEmpty();
        assertThat(write().files().condemn(file, minutes(99))).isFalse();
        assertThat(isGone(file)).isFalse();
    }

    @Test
    @Tag("G8")
    default void whatAnActionRefersToIsNeitherUnusedNorCondemned() {
        BlobKey file = keptFile(3);
        long action = schedule(keptTicket(), file);

        assertThat(read().files().unused(minutes(99), 10)).isEmpty();
        assertThat(write().files().condemn(file, minutes(99))).isFalse();
        write().schedule().refuse(action, "no");
        assertThat(write().files().condemn(file, minutes(99))).as("refused").isFalse();
        assertThat(isGone(file)).isFalse();
    }

    @Test
    default void nothingRefersToAFileThatIsNotKnown() {
        TicketId ticket = keptTicket();
        BlobKey nobodyKnows = BlobKey.of(SHA256, 99);

        assertThatThrownBy(() -> attach(ticket, nobodyKnows)).isInstanceOf(WriteConflict.class);
        assertThatThrownBy(() -> schedule(ticket, nobodyKnows)).isInstanceOf(WriteConflict.class);
        assertThat(read().conversations().allMessages(ticket)).isEmpty();
        assertThat(read().schedule().of(ticket)).isEmpty();
    }

    @Test
    default void aFileIsNotForgottenWhileSomethingRefersToIt() {
        BlobKey file = keptFile(3);
        attach(keptTicket(), file);
        BlobKey held = keptFile(3);
        schedule(keptTicket(), held);

        assertThatThrownBy(() -> write().files().remove(file)).isInstanceOf(WriteConflict.class);
        assertThatThrownBy(() -> write().files().remove(held)).isInstanceOf(WriteConflict.class);
        assertThat(isGone(file)).isFalse();
        assertThat(isGone(held)).isFalse();
    }

    @Test
    @Tag("A11")
    default void theLastTicketToGoLeavesItsFilesUnwanted() {
        BlobKey shared = keptFile(3);
        TicketId one = keptTicket();
        TicketId two = keptTicket();
        attach(one, shared);
        attach(two, shared);

        write().tickets().delete(one);
        assertThat(wanted(shared)).as("the other has it").isEqualTo(START);
        write().tickets().delete(two);
        assertThat(wanted(shared)).isEqualTo(Instant.EPOCH);
        assertThat(read().files().unused(START, 10)).containsExactly(shared);
    }

    @Test
    @Tag("A4")
    @Tag("A11")
    default void aMessageShownElsewhereKeepsItsFileUntilItGoesThere() {
        BlobKey file = keptFile(3);
        TicketId numbers = keptTicket();
        TicketId shows = keptTicket();
        attach(numbers, file);
        write().conversations().show(MessageId.publicMessage(numbers, 1), numbers, shows);

        write().tickets().delete(numbers);
        assertThat(wanted(file)).isEqualTo(START);
        write().tickets().delete(shows);
        assertThat(wanted(file)).isEqualTo(Instant.EPOCH);
    }

    @Test
    @Tag("G8")
    @Tag("A11")
    default void anAnswerAtATimeThatGoesWithItsTicketLeavesItsFilesUnwanted() {
        BlobKey file = keptFile(3);
        TicketId ticket = keptTicket();
        schedule(ticket, file);

        write().tickets().delete(ticket);

        assertThat(wanted(file)).isEqualTo(Instant.EPOCH);
    }

    @Test
    @Tag("G8")
    default void anAnswerThatIsTakenBackLeavesItsFilesUnwantedUnlessAMessageHasThem() {
        BlobKey both = keptFile(3);
        BlobKey alone = keptFile(3);
        TicketId ticket = keptTicket();
        long action = schedule(ticket, both, alone, alone);
        attach(ticket, both);

        assertThat(write().schedule().remove(action)).isTrue();

        assertThat(wanted(both)).isEqualTo(START);
        assertThat(wanted(alone)).isEqualTo(Instant.EPOCH);
    }

    @Test
    @Tag("G8")
    default void anAnswerThatLeavesGivesItsFilesToItsMessage() {
        BlobKey file = keptFile(3);
        TicketId ticket = keptTicket();
        long action = schedule(ticket, file);

        run(unit -> {
            unit.schedule().remove(action);
            assertThat(unit.files().want(file, minutes(7))).isTrue();
            unit.conversations().add(message(ticket, file));
        });

        assertThat(wanted(file)).isEqualTo(minutes(7));
        assertThat(read().files().unused(minutes(99), 10)).isEmpty();
    }

    @Test
    @Tag("G12")
    default void anErasedMessageLeavesItsFilesUnwantedUnlessAnotherHasThem() {
        BlobKey shared = keptFile(3);
        TicketId one = keptTicket();
        TicketId two = keptTicket();
        attach(one, shared);
        attach(two, shared);

        run(unit -> unit.erasures().eraseMessage(MessageId.publicMessage(one, 1)));
        assertThat(wanted(shared)).isEqualTo(START);
        run(unit -> {
            unit.erasures().eraseMessage(MessageId.publicMessage(two, 1));
            assertThat(wanted(unit, shared)).as("in the same unit").isEqualTo(Instant.EPOCH);
        });
        assertThat(wanted(shared)).isEqualTo(Instant.EPOCH);
    }

    @Test
    default void aFileThatIsWantedAgainInTimeStays() {
        BlobKey file = keptFile(3);
        TicketId ticket = keptTicket();
        attach(ticket, file);
        write().tickets().delete(ticket);

        run(unit -> {
            assertThat(unit.files().want(file, minutes(5))).isTrue();
            unit.conversations().add(message(keptBefore(unit), file));
        });

        assertThat(write().files().condemn(file, minutes(99))).isFalse();
        assertThat(read().files().unused(minutes(99), 10)).isEmpty();
        assertThat(isGone(file)).isFalse();
    }

    @Test
    default void aDeletionThatFailsLeavesEverythingAsItWas() {
        BlobKey file = keptFile(3);
        TicketId ticket = keptTicket();
        attach(ticket, file);

        assertThatThrownBy(() -> run(unit -> {
                    unit.tickets().delete(ticket);
                    assertThat(wanted(unit, file)).isEqualTo(Instant.EPOCH);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(wanted(file)).isEqualTo(START);
        assertThat(read().files().unused(minutes(99), 10)).isEmpty();
    }

    private static TicketId keptBefore(UnitOfWork unit) {
        var queue = unit.queues().all().get(0).id();
        var ticket = new TicketBuilder(unit.tickets().nextId(), queue).build();
        unit.tickets().insert(ticket);
        return ticket.id();
    }

    private void attach(TicketId ticket, BlobKey file) {
        write().conversations().add(message(ticket, file));
    }

    private static MessageData message(TicketId ticket, BlobKey file) {
        return messageWithAttachment(ticket, 3, file);
    }

    private long schedule(TicketId ticket, BlobKey... files) {
        return write().schedule()
                .add(new ScheduledData(
                        0, ticket, JOHN, minutes(1), ScheduledAction.answer("Hello."), "{}", List.of(files), 0, null));
    }

    private Instant wanted(BlobKey file) {
        return read(unit -> wanted(unit, file));
    }

    private static Instant wanted(UnitOfWork unit, BlobKey file) {
        return unit.files().find(file).orElseThrow().wanted();
    }

    private boolean isGone(BlobKey file) {
        return read().files()
                .find(file)
                .filter(known -> known.stage() == Stage.THERE)
                .isEmpty();
    }
}
