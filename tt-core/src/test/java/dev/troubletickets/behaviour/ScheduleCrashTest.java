// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Upload;
import dev.troubletickets.event.TicketEvent.ActionRefused;
import dev.troubletickets.event.TicketEvent.ActionTaken;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.Secret;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scheduled actions while something happens before or after each unit of work: each is taken, or refused, once, whatever happens when. */
@Tag("G9")
class ScheduleCrashTest {
    private static final Instant TOMORROW = TestCenter.START.plus(Duration.ofDays(1));

    @Test
    void eachActionIsSettledOnceWhereverTheProcessDies() {
        assertThat(sweep(center -> InterruptedStorage.die())).as("crash points").isGreaterThan(5);
    }

    @Test
    void eachActionIsSettledOnceWhereverAnotherNodeComesInBetween() {
        sweep(TestCenter::run);
    }

    /** Answers how many steps there are. */
    private static int sweep(Consumer<TestCenter> event) {
        for (int step = 1; ; step++) {
            Incident incident = new Incident(event);
            incident.run(step);
            if (!incident.storage.isReached()) {
                return step;
            }
            incident.center.run();
            incident.requireOneEach("step " + step);
        }
    }

    /** A healthy center with an answer that can be given and one that is refused; and a process on an interrupted storage. */
    private static final class Incident {
        final TestCenter center = TestCenter.on(InMemoryStorage.create(), builder -> {});
        final InterruptedStorage storage;
        private final SupportCenter process;
        private final TicketId answered = center.taken();
        private final TicketId refused = center.taken();
        private final TicketId held = center.taken();

        Incident(Consumer<TestCenter> event) {
            storage = new InterruptedStorage(center.storage(), () -> event.accept(center));
            process = SupportCenter.builder()
                    .storage(storage)
                    .identity(center.directory())
                    .mail(center.mail())
                    .secret(Secret.of("0123456789abcdef0123456789abcdef"))
                    .installation("Example Hosting", TestCenter.SUPPORT)
                    .clock(center.clock())
                    .build();
            center.john().scheduling().at(TOMORROW, answered, ScheduledAction.answer("Hello."));
            center.john().scheduling().at(TOMORROW, refused, ScheduledAction.answer("Hello."));
            center.john().release(refused);
            center.settings(s -> s.withUndoSend(Duration.ofHours(1)));
            Upload file = Upload.of("log", "text/plain", new byte[] {1, 2, 3});
            center.john().answer(held, Answer.of("Hello.").attach(file));
            center.run();
            center.clock().set(TOMORROW);
        }

        void run(int step) {
            storage.at(step);
            try {
                process.background().runDue();
            } catch (InterruptedStorage.Death itIsNoMore) {
                // nobody is left to say so
            }
        }

        void requireOneEach(String when) {
            assertThat(center.events(answered))
                    .as(when)
                    .filteredOn(ActionTaken.class::isInstance)
                    .hasSize(1);
            assertThat(center.jane().ticket(answered).messages()).as(when).hasSize(2);
            assertThat(center.jane().ticket(held).messages()).as(when).hasSize(2);
            assertThat(center.jane().ticket(held).messages().get(1).attachments())
                    .as(when)
                    .hasSize(1);
            assertThat(center.events(refused))
                    .as(when)
                    .filteredOn(ActionRefused.class::isInstance)
                    .hasSize(1);
            Invariants.check(center);
        }
    }
}
