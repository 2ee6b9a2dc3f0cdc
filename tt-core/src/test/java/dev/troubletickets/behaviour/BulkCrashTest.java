// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.event.TicketEvent.TicketAssigned;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.Secret;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mass action while something happens before or after each unit of work: every ticket has its turn once, whatever happens when. */
@Tag("C5")
class BulkCrashTest {
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Test
    void noTicketIsLeftOutOrHasTwoTurnsWhereverTheProcessDies() {
        int steps = sweep(center -> InterruptedStorage.die());
        assertThat(steps).as("crash points").isGreaterThan(20);
    }

    @Test
    void noTicketIsLeftOutOrHasTwoTurnsWhereverTheProcessSleepsLongerThanItsLease() {
        sweep(center -> {
            center.after(LEASE);
            center.run();
        });
    }

    @Test
    void noTicketIsLeftOutOrHasTwoTurnsWhereverAnotherNodeComesInBetween() {
        sweep(TestCenter::run);
    }

    @Test
    void nothingIsDoneOnceItIsCancelledWhereverThatComes() {
        for (int step = 1; ; step++) {
            Incident incident = new Incident(center -> {
                BulkJobId job = center.john().bulk().jobs().get(0).id();
                center.john().bulk().cancel(job);
            });
            incident.run(step);
            if (!incident.storage.isReached()) {
                return;
            }
            incident.center.after(LEASE);
            BulkJob then = incident.state();
            incident.center.run();
            assertThat(incident.state()).as("step " + step).isEqualTo(then);
            assertThat(then.state().isOver()).isTrue();
            incident.requireTurns(then.count(Result.DONE));
        }
    }

    /** Answers how many steps there are. */
    private static int sweep(Consumer<TestCenter> event) {
        for (int step = 1; ; step++) {
            Incident incident = new Incident(event);
            incident.run(step);
            if (!incident.storage.isReached()) {
                return step;
            }
            incident.center.after(LEASE);
            incident.center.run();
            BulkJob job = incident.state();
            assertThat(job.state()).as("step " + step).isEqualTo(BulkJob.State.DONE);
            assertThat(incident.outcomes())
                    .as("step " + step)
                    .extracting(BulkOutcome::result)
                    .containsExactly(Result.DONE, Result.DONE, Result.REFUSED, Result.DONE);
            incident.requireTurns(3);
        }
    }

    /** A healthy center with a mass action on four tickets, one of which cannot be assigned; and a process on an interrupted storage. */
    private static final class Incident {
        final TestCenter center = TestCenter.on(InMemoryStorage.create(), builder -> {});
        final InterruptedStorage storage;
        private final SupportCenter process;
        private final List<TicketId> tickets;
        private final BulkJobId job;

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
            tickets = IntStream.range(0, 4)
                    .mapToObj(i -> center.jane().open(NewTicket.of("Ticket " + i, "Help!")))
                    .toList();
            center.john().assign(tickets.get(2), Cast.KATE);
            center.run();
            job = center.john().bulk().start(Search.everything(), BulkAction.assign(Cast.KATE));
        }

        void run(int step) {
            storage.at(step);
            try {
                process.staff(Cast.JOHN).bulk().work(job);
                process.staff(Cast.JOHN).bulk().work(job);
            } catch (InterruptedStorage.Death itIsNoMore) {
                // nobody is left to say so
            }
        }

        BulkJob state() {
            return center.john().bulk().state(job);
        }

        List<BulkOutcome> outcomes() {
            return center.john()
                    .bulk()
                    .outcomes(job, Optional.empty(), Optional.empty())
                    .outcomes();
        }

        void requireTurns(long turns) {
            long assigned = tickets.stream()
                    .flatMap(id -> center.events(id).stream())
                    .filter(TicketAssigned.class::isInstance)
                    .count();
            assertThat(assigned).isEqualTo(turns + 1);
            Invariants.check(center);
        }
    }
}
