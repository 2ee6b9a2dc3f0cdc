// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.ErasureJob;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.event.TicketEvent.PersonErased;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.KeptWords;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An erasure while something happens before or after each unit of work: nothing is left, and nothing counted twice, whatever happens when. */
@Tag("G12")
class ErasureCrashTest {
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Test
    void itGoesOnWhereverTheProcessDies() {
        int steps = sweep(center -> InterruptedStorage.die());
        assertThat(steps).as("crash points").isGreaterThan(40);
    }

    @Test
    void itIsDoneOnceWhereverTheProcessSleepsLongerThanItsLease() {
        sweep(center -> {
            center.after(LEASE);
            center.run();
        });
    }

    @Test
    void itIsDoneOnceWhereverAnotherNodeComesInBetween() {
        sweep(TestCenter::run);
    }

    @Test
    void whateverStaffAndOthersWriteMeanwhileNothingFromBeforeIsLeft() {
        sweep(center -> {
            TicketId ticket = TicketId.of(1);
            center.john().note(ticket, "a thought of ours");
            center.jane().open(NewTicket.of("meanwhile", "meanwhile"));
            center.mail().deliver(InboundMail.from("mary@mary.example").bytes());
            center.run();
        });
    }

    @Test
    void whoHasLostTheJobErasesNothingMore() {
        int lost = 0;
        for (int step = 1; ; step++) {
            Incident incident = new Incident(center -> {
                center.after(LEASE);
                center.run();
                center.jane().reply(TicketId.of(3), Reply.of("afterwards"));
            });
            incident.run(step);
            if (!incident.storage.isReached()) {
                break;
            }
            List<MessageData> messages =
                    incident.center.storage().read(unit -> unit.conversations().allMessages(TicketId.of(3)));
            assertThat(messages)
                    .as("step " + step)
                    .anyMatch(message -> message.text().equals("afterwards"));
            lost++;
        }
        assertThat(lost).isGreaterThan(40);
    }

    @Test
    void whatFailsIsShownUntilItIsDone() {
        int shown = 0;
        for (int step = 1; ; step++) {
            Incident incident = new Incident(center -> {
                throw new IllegalStateException("canary");
            });
            Instant since = incident.center.clock().instant();
            incident.run(step);
            if (!incident.storage.isReached()) {
                break;
            }
            Optional<ErasureJob.Stuck> stuck = incident.job().stuck();
            if (stuck.isPresent()) {
                shown++;
                assertThat(stuck.get().since()).isEqualTo(since);
                assertThat(stuck.get().what())
                        .as("step " + step)
                        .matches("[A-Z_]* ?behind (ticket )?[0-9]+: IllegalStateException");
            }
            incident.center.after(LEASE);
            incident.center.run();
            incident.requireErased("step " + step);
            assertThat(incident.job().stuck()).isEmpty();
        }
        assertThat(shown).as("steps that fail").isGreaterThan(10);
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
            incident.requireErased("step " + step);
        }
    }

    /** A healthy center with an erasure of jane and her four tickets; and a process on an interrupted storage. */
    private static final class Incident {
        final TestCenter center = TestCenter.on(InMemoryStorage.create(), builder -> {});
        final InterruptedStorage storage = new InterruptedStorage(center.storage(), this::happen);
        private final TestCenter process = center.onStorage(storage);
        private final List<TicketId> tickets;
        private final ErasureId erasure;
        private final Consumer<TestCenter> event;

        Incident(Consumer<TestCenter> event) {
            this.event = event;
            tickets = IntStream.range(0, 4)
                    .mapToObj(i -> center.jane().open(NewTicket.of("canary " + i, "canary")))
                    .toList();
            center.john().pickUp(tickets.get(0));
            center.john().answer(tickets.get(0), Answer.of("canary").keepOpen());
            center.john().customers().comment(Cast.JANE.id(), 0, "canary");
            center.run();
            erasure = center.admin()
                    .erasure()
                    .erase(Person.account(Cast.JANE.id(), EmailAddress.of("former@elsewhere.example")));
        }

        private void happen() {
            event.accept(center);
        }

        void run(int step) {
            storage.at(step);
            try {
                process.run();
            } catch (InterruptedStorage.Death itIsNoMore) {
                // nobody is left to say so
            }
        }

        ErasureJob job() {
            return center.admin().erasure().state(erasure);
        }

        void requireErased(String when) {
            ErasureJob job = job();
            assertThat(job.state()).as(when).isEqualTo(ErasureJob.State.DONE);
            assertThat(job.count(Trace.COMMENTS)).as(when).isEqualTo(1);
            assertThat(KeptWords.of(center.storage()))
                    .as(when)
                    .noneMatch(word -> word.contains("canary") || word.contains("former@"));
            for (TicketId ticket : tickets) {
                assertThat(center.events(ticket))
                        .as(when)
                        .filteredOn(PersonErased.class::isInstance)
                        .hasSize(1);
            }
            Invariants.check(center);
        }
    }
}
