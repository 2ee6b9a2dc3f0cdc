// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Upload;
import dev.troubletickets.event.TicketEvent.AnswerTakenBack;
import dev.troubletickets.event.TicketEvent.TicketAnswered;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Held answers that are taken back at the moment when they leave, with several nodes at work (G8). */
@Tag("G8")
class UndoSendRaceTest extends BehaviourTest {
    private static final Duration UNDO = Duration.ofSeconds(10);
    private static final int TICKETS = 12;

    @Test
    void eachAnswerLeavesOrIsTakenBack() throws Exception {
        center.settings(s -> s.withUndoSend(UNDO));
        List<ScheduledId> held = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            TicketId ticket = center.taken();
            Upload file = Upload.of("log", "text/plain", new byte[] {1, 2, 3});
            held.add(john.answer(ticket, Answer.of("Answer " + i).attach(file)).orElseThrow());
        }
        center.run();
        center.after(UNDO);
        List<ScheduledId> last = new ArrayList<>(held);
        Collections.reverse(last);
        TestCenter other = center.anotherNode();

        List<List<ScheduledId>> back =
                atOnce(List.of(() -> run(center), () -> takeBack(other, last), () -> run(other)));

        for (ScheduledId each : held) {
            boolean returned = back.get(1).contains(each);
            TicketId ticket = each.ticket();
            assertThat(jane.ticket(ticket).messages()).hasSize(returned ? 1 : 2);
            assertThat(center.events(ticket))
                    .filteredOn(TicketAnswered.class::isInstance)
                    .hasSize(returned ? 0 : 1);
            assertThat(center.events(ticket))
                    .filteredOn(AnswerTakenBack.class::isInstance)
                    .hasSize(returned ? 1 : 0);
            assertThat(center.kept(ticket).scheduled()).isZero();
        }
    }

    private static List<ScheduledId> run(TestCenter node) {
        assertThat(node.run().failures()).isZero();
        return List.of();
    }

    private static List<ScheduledId> takeBack(TestCenter node, List<ScheduledId> held) {
        List<ScheduledId> back = new ArrayList<>();
        for (ScheduledId each : held) {
            try {
                Answer answer = node.john().scheduling().takeBack(each);
                assertThat(answer.attachments()).hasSize(1);
                back.add(each);
            } catch (NotFound hasLeft) {
                assertThat(hasLeft.what()).isEqualTo("action");
            }
        }
        return back;
    }

    private static List<List<ScheduledId>> atOnce(List<Callable<List<ScheduledId>>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<List<ScheduledId>> results = new ArrayList<>();
            for (Future<List<ScheduledId>> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
