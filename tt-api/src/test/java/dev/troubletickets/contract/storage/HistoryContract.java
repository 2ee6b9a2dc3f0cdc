// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.history;
import static dev.troubletickets.contract.storage.StorageFixtures.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** History, and who messages and history are by. */
public interface HistoryContract extends StorageUnderTest {
    @Test
    default void everyKindOfAuthorComesBackAsThatKind() {
        TicketId ticket = keptTicket();
        List<HistoryEntry> lines = new ArrayList<>();
        for (Actor actor : List.of(
                Actor.customer(AccountId.of("jane")),
                new Actor.Sender(EmailAddress.of("jane@example.org")),
                Actor.staff(StaffId.of("jane")),
                new Actor.Reseller(ResellerId.of("jane")),
                Actor.system())) {
            int number = lines.size() + 1;
            MessageId id = MessageId.publicMessage(ticket, number);
            add(new MessageData(
                    id,
                    id.ticket(),
                    number,
                    MessageKind.ANSWER,
                    START,
                    actor,
                    "",
                    null,
                    Channel.STAFF,
                    "x",
                    null,
                    null,
                    List.of()));
            lines.add(new HistoryEntry(ticket, number, 0, START, actor, "Changed", "{}"));
            add(lines.get(number - 1));

            assertThat(read().conversations().find(id).orElseThrow().author()).isEqualTo(actor);
        }
        assertThat(lines(ticket)).isEqualTo(lines);
    }

    @Test
    @Tag("A15")
    default void historyComesOldestFirstAndUnchanged() {
        TicketId ticket = keptTicket();
        HistoryEntry third = add(history(ticket, 2, 1));
        HistoryEntry second = add(history(ticket, 2, 0));
        HistoryEntry fourth = add(history(ticket, 10, 0));
        HistoryEntry first = add(new HistoryEntry(
                ticket,
                1,
                0,
                START,
                Actor.staff(StaffId.of("john")),
                "TicketOpened",
                "{ \"b\" : 1.0, \"a\": \"ž \uD83D\uDE80 \\u00e9 '\", \"a2\":[" + "1,".repeat(5_000) + "1]}"));

        assertThat(lines(ticket)).containsExactly(first, second, third, fourth);
    }

    private MessageData add(MessageData message) {
        write().conversations().add(message);
        return message;
    }

    private HistoryEntry add(HistoryEntry line) {
        write().conversations().add(line);
        return line;
    }

    private List<HistoryEntry> lines(TicketId ticket) {
        return read().conversations().history(ticket);
    }
}
