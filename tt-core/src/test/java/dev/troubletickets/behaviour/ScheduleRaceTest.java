// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.ActionDropped;
import dev.troubletickets.event.TicketEvent.ActionTaken;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.RunReport.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several nodes that come to the same scheduled actions at the same moment, and customers who write meanwhile (G9). */
@Tag("G9")
class ScheduleRaceTest extends BehaviourTest {
    private static final Instant TOMORROW = TestCenter.START.plus(Duration.ofDays(1));
    private static final int TICKETS = 12;

    @Test
    void nodesAtOnceTakeEachActionOnce() throws Exception {
        List<TicketId> tickets = scheduled();
        TestCenter other = center.anotherNode();

        List<Integer> acted = atOnce(List.of(() -> acted(center), () -> acted(other)));

        assertThat(acted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(TICKETS);
        for (TicketId ticket : tickets) {
            assertThat(jane.ticket(ticket).messages()).hasSize(2);
            assertThat(center.events(ticket))
                    .filteredOn(ActionTaken.class::isInstance)
                    .hasSize(1);
            assertThat(center.kept(ticket).scheduled()).isZero();
        }
    }

    @Test
    void anActionIsTakenBeforeTheCustomersWordOrDroppedByIt() throws Exception {
        List<TicketId> tickets = scheduled();

        atOnce(List.of(() -> acted(center), () -> replies(tickets)));

        for (TicketId ticket : tickets) {
            long taken = center.events(ticket).stream()
                    .filter(ActionTaken.class::isInstance)
                    .count();
            long dropped = center.events(ticket).stream()
                    .filter(ActionDropped.class::isInstance)
                    .count();
            assertThat(taken + dropped).isEqualTo(1);
            assertThat(jane.ticket(ticket).messages()).hasSize((int) (2 + taken));
            assertThat(center.kept(ticket).scheduled()).isEqualTo((int) dropped);
        }
    }

    /** An answer each, unless the customer writes, due now. */
    private List<TicketId> scheduled() {
        List<TicketId> tickets =
                IntStream.range(0, TICKETS).mapToObj(i -> center.taken()).toList();
        tickets.forEach(ticket -> john.scheduling().at(TOMORROW, ticket, ScheduledAction.answer("Hello.")));
        center.run();
        clock.set(TOMORROW);
        return tickets;
    }

    private static int acted(TestCenter node) {
        var report = node.run();
        assertThat(report.failures()).isZero();
        return report.count(Work.ACTED);
    }

    private int replies(List<TicketId> tickets) {
        tickets.forEach(ticket -> jane.reply(ticket, Reply.of("Any news?")));
        return 0;
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
