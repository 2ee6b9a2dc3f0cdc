// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.core.work.Events;
import dev.troubletickets.event.TicketEvent.MessageEdited;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threat 25: whatever is done, what was said and what has happened stays; an edit is a new line with the words that were there. */
@Tag("A15")
@Tag("A16")
class HistoryRewrittenTest {
    /** Which are there to take it away. */
    private static final Set<String> ERASING = Set.of("StaffDesk.delete", "Erasure.erase");

    static Stream<Operation> operations() {
        return Stream.concat(Operation.all(), CommandIds.all().stream().map(CommandIds.Use::operation))
                .filter(operation -> !operation.reads() && !ERASING.contains(operation.name()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatWasSaidAndDoneStays(Operation operation) {
        Stage stage = Stage.of(Scene.plain(Who.of(operation.face())));
        List<HistoryEntry> lines = history(stage);
        List<MessageData> messages = messages(stage);

        try {
            operation.tryOn(stage);
        } catch (SupportException refused) {
            // nothing is done
        }
        stage.center().run();

        List<HistoryEntry> then = history(stage);
        assertThat(then.subList(0, lines.size())).isEqualTo(lines);
        List<MessageData> still = messages(stage);
        for (MessageData message : messages) {
            MessageData now = still.stream()
                    .filter(each -> each.id().equals(message.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(now)
                    .usingRecursiveComparison()
                    .ignoringFields("text", "editedAt", "shownIn")
                    .isEqualTo(message);
            if (!now.text().equals(message.text())) {
                assertThat(then.subList(lines.size(), then.size()))
                        .extracting(line -> Events.read(line.type(), line.data()))
                        .contains(new MessageEdited(message.id(), message.text()));
            }
        }
    }

    private static List<HistoryEntry> history(Stage stage) {
        return stage.center().storage().read(unit -> unit.conversations().history(stage.ticket));
    }

    /** Those that were written in it, wherever they are shown. */
    private static List<MessageData> messages(Stage stage) {
        return stage.center().storage().read(unit -> {
            List<TicketId> all =
                    Stream.iterate(1L, id -> id + 1).limit(20).map(TicketId::of).toList();
            return unit.conversations().allMessages(all).stream()
                    .filter(message -> message.id().ticket().equals(stage.ticket))
                    .toList();
        });
    }
}
