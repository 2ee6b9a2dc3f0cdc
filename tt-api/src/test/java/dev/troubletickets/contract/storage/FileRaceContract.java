// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.Race.retrying;
import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.messageWithAttachment;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.FileData;
import dev.troubletickets.spi.storage.FileData.Stage;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever refers to a file and whoever takes it away: nobody ever refers to what goes, and what nobody refers to is known (F3). */
@Tag("F3")
public interface FileRaceContract extends StorageUnderTest {
    int ROUNDS = 40;

    @Test
    default void nothingRefersToWhatIsCondemned() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            BlobKey file = keptFile(3);
            List<TicketId> tickets = List.of(keptTicket(), keptTicket());

            List<Boolean> done = Race.of(
                    4,
                    number -> number < 2
                            ? retrying(storage(), unit -> refers(unit, tickets.get(number), file))
                            : retrying(storage(), unit -> condemns(unit, file)));

            boolean referred = done.get(0) || done.get(1);
            boolean condemned = done.get(2) || done.get(3);
            FileData kept = read().files().find(file).orElseThrow();
            assertThat(referred).as("either is first").isNotEqualTo(condemned);
            assertThat(done.get(2) && done.get(3)).as("condemned twice").isFalse();
            assertThat(kept.stage()).isEqualTo(condemned ? Stage.GOING : Stage.THERE);
            for (int i = 0; i < 2; i++) {
                assertThat(read().conversations().allMessages(tickets.get(i))).hasSize(done.get(i) ? 1 : 0);
            }
        }
    }

    @Test
    default void ofTwoWhoDeleteTheLastThatReferToAFileOneLeavesItUnwanted() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            BlobKey file = keptFile(3);
            TicketId erased = keptTicket();
            write().conversations().add(messageWithAttachment(erased, 3, file));
            long action = schedule(keptTicket(), file);

            Race.of(
                    2,
                    number -> retrying(storage(), unit -> {
                        if (number == 0) {
                            unit.erasures().eraseMessage(MessageId.publicMessage(erased, 1));
                        } else {
                            unit.schedule().remove(action);
                        }
                        read(unit, erased);
                        return true;
                    }));

            assertThat(read().files().find(file).orElseThrow().wanted()).isEqualTo(Instant.EPOCH);
            assertThat(write().files().condemn(file, START)).isTrue();
        }
    }

    @Test
    default void whatIsTakenWhileItsLastReferenceGoesIsNotUnused() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            BlobKey file = keptFile(3);
            TicketId ticket = keptTicket();
            long action = schedule(keptTicket(), file);

            List<Boolean> done = Race.of(
                    2,
                    number -> number == 0
                            ? retrying(storage(), unit -> refers(unit, ticket, file))
                            : retrying(storage(), unit -> unit.schedule().remove(action)));

            assertThat(done).containsExactly(true, true);
            assertThat(read().files().unused(minutes(99), 99)).doesNotContain(file);
            assertThat(write().files().condemn(file, minutes(99))).isFalse();
        }
    }

    private static boolean refers(UnitOfWork unit, TicketId ticket, BlobKey file) {
        boolean wanted = unit.files().want(file, START);
        read(unit, ticket);
        if (wanted) {
            unit.conversations().add(messageWithAttachment(ticket, 3, file));
        }
        return wanted;
    }

    private static boolean condemns(UnitOfWork unit, BlobKey file) {
        boolean condemned = unit.files().condemn(file, minutes(1));
        read(unit, TicketId.of(1));
        return condemned;
    }

    /** Some statements in between, so that the other unit finds the time to come in. */
    private static void read(UnitOfWork unit, TicketId ticket) {
        for (int i = 0; i < 5; i++) {
            unit.tickets().find(ticket);
        }
    }

    private long schedule(TicketId ticket, BlobKey file) {
        return write().schedule()
                .add(new ScheduledData(
                        0, ticket, JOHN, minutes(1), ScheduledAction.answer("Hello."), "{}", List.of(file), 0, null));
    }
}
