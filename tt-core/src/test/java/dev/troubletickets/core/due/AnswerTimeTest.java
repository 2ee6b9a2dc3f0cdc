// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.core.due.AnswerTime.Change;
import dev.troubletickets.core.due.AnswerTime.Outcome;
import dev.troubletickets.core.due.DueModel.Queue;
import dev.troubletickets.core.rules.Facts;
import dev.troubletickets.core.rules.Reasons;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.settings.Holidays;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.spi.storage.AnswerClock;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Random lives of tickets in two queues that change their minds, held against a life minute by minute. */
class AnswerTimeTest {
    private static final Instant START = Instant.parse("2026-03-26T08:00:00Z");
    private static final Condition GOLD = Condition.is(Fact.CATEGORY, "gold");

    enum Kind {
        CUSTOMER_WRITES,
        ANSWER,
        HOLD,
        SNOOZE,
        RESUME,
        MOVE,
        TURN_GOLD,
        NOTE,
        /** An administrator changes the queue the ticket is in; the ticket learns of it with the next turn. */
        CHANGE_THIS_QUEUE,
        CHANGE_OTHER_QUEUE
    }

    record Turn(int pause, Kind kind, Queue queue) {}

    private final List<Queue> queues = new ArrayList<>();
    private final List<Terms> terms = new ArrayList<>();
    private Promises promises = Promises.none();
    private DueModel model;
    private TicketData ticket;

    @Property(tries = 600)
    @Tag("B9")
    void everyClockIsAsItWouldBeLivedMinuteByMinute(
            @ForAll("queues") Queue first, @ForAll("queues") Queue second, @ForAll("turns") List<Turn> turns) {
        model = new DueModel(START, first);
        set(0, first);
        set(1, second);
        ticket = new TicketBuilder(TicketId.of(1), QueueId.of(1))
                .version(0)
                .status(Status.OPEN)
                .build();
        model.waitAnew();
        become(next().waitingSince(START));
        for (Turn turn : turns) {
            model.live(turn.pause());
            take(turn);
        }
    }

    private void take(Turn turn) {
        int here = (int) ticket.state().queue().value() - 1;
        switch (turn.kind()) {
            case CUSTOMER_WRITES -> {
                if (!model.waits) {
                    model.waitAnew();
                    become(next().waitingSince(model.now));
                }
            }
            case ANSWER -> answer();
            case HOLD -> pause(next().status(Status.ON_HOLD), true);
            case SNOOZE -> pause(next().snoozedUntil(model.now.plusSeconds(1)), true);
            case RESUME -> pause(next().status(Status.OPEN).snoozedUntil(null), false);
            case MOVE -> {
                model.queue = queues.get(1 - here);
                become(next().queue(QueueId.of(2 - here)));
            }
            case TURN_GOLD -> {
                model.isGold = !model.isGold;
                become(next().category(model.isGold ? "gold" : null));
            }
            case NOTE -> become(next().notes(1));
            case CHANGE_THIS_QUEUE -> {
                set(here, turn.queue());
                model.queue = turn.queue();
            }
            case CHANGE_OTHER_QUEUE -> set(1 - here, turn.queue());
        }
    }

    private void pause(TicketBuilder to, boolean paused) {
        model.paused = paused;
        become(to);
    }

    private void answer() {
        boolean promised = model.waits && model.queue.target(model.isGold).isPresent();
        TicketEvent verdict = !promised
                ? null
                : model.left().isNegative()
                        ? new TicketEvent.AnswerTargetMissed("t", model.left().negated())
                        : new TicketEvent.AnswerTargetMet("t", model.left());
        model.waits = false;
        int messages = ticket.state().publicMessages() + 1;
        Outcome outcome = become(next().waitingSince(null).messages(messages, messages, 0));
        assertThat(outcome.clock()).isEqualTo(AnswerClock.none());
        assertThat(outcome.events()).endsWith(verdict == null ? new TicketEvent[0] : new TicketEvent[] {verdict});
    }

    private TicketBuilder next() {
        return TicketBuilder.after(ticket);
    }

    private Outcome become(TicketBuilder changed) {
        TicketData after = changed.build();
        Terms from = terms.get((int) ticket.state().queue().value() - 1);
        Terms to = terms.get((int) after.state().queue().value() - 1);
        Outcome outcome = AnswerTime.of(
                new Change(ticket, after, from, to, model.now), (ticket, targets) -> chosen(ticket, targets));
        ticket = after.with(outcome.clock());
        assertAsLived(outcome.clock());
        return outcome;
    }

    private Optional<Chosen> chosen(TicketData ticket, List<AnswerTarget> targets) {
        Facts facts = Facts.of(ticket, Optional.empty(), model.now);
        return targets.stream()
                .filter(target -> Reasons.why(target.when(), facts).isPresent())
                .findFirst()
                .map(target -> new Chosen(target, List.of()));
    }

    private void assertAsLived(AnswerClock clock) {
        Optional<AnswerTarget> target = model.waits ? model.queue.target(model.isGold) : Optional.empty();
        assertThat(Optional.ofNullable(clock.allowed())).isEqualTo(target.map(AnswerTarget::allowed));
        assertThat(clock.runningSince() != null).isEqualTo(model.runs());
        if (model.waits) {
            assertThat(clock.used().plus(running(clock))).as("used").isEqualTo(model.used);
        }
        if (!model.runs()) {
            assertThat(clock.due()).isNull();
        } else if (model.left().isNegative() || model.left().isZero()) {
            assertThat(clock.due()).isBeforeOrEqualTo(model.now);
        } else {
            model.due(25).ifPresent(due -> assertThat(clock.due()).isEqualTo(due));
        }
    }

    private Duration running(AnswerClock clock) {
        Terms here = terms.get((int) ticket.state().queue().value() - 1);
        return clock.runningSince() == null ? Duration.ZERO : here.calendar().between(clock.runningSince(), model.now);
    }

    /** As an administrator does. */
    private void set(int index, Queue to) {
        QueueId id = QueueId.of(index + 1);
        if (queues.size() > index) {
            promises = promises.change(queue(id, queues.get(index)), level(to), Holidays.none(), model.now);
            queues.set(index, to);
            terms.set(index, Terms.of(queue(id, to), promises.of(id), Holidays.none()));
        } else {
            promises = promises.change(queue(id, to), level(to), Holidays.none(), Instant.EPOCH);
            queues.add(to);
            terms.add(Terms.of(queue(id, to), promises.of(id), Holidays.none()));
        }
    }

    private static dev.troubletickets.settings.Queue queue(QueueId id, Queue queue) {
        QueueSettings settings = QueueSettings.named("Q" + id.value());
        return new dev.troubletickets.settings.Queue(
                id, queue.time().map(settings::withWorkingTime).orElse(settings), false);
    }

    private static ServiceLevel level(Queue queue) {
        return ServiceLevel.of(
                Stream.concat(queue.gold().stream(), queue.other().stream()).toArray(AnswerTarget[]::new));
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        Arbitrary<Integer> pauses = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(5, Arbitraries.integers().between(1, 2000)));
        return Combinators.combine(pauses, Arbitraries.of(Kind.class), queues())
                .as(Turn::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Queue> queues() {
        Arbitrary<Optional<WorkingTime>> times = Arbitraries.of(
                        "Europe/Prague; THU 09:00-17:00; FRI 09:00-17:00; SUN 01:00-05:00; MON 09:00-12:00,13:00-00:00",
                        "America/New_York; MON 08:00-16:00; TUE 08:00-16:00; WED 08:00-16:00; THU 08:00-16:00;"
                                + " FRI 08:00-16:00",
                        "Australia/Lord_Howe; SAT 00:00-00:00; SUN 00:00-00:00; WED 10:00-11:00",
                        "Asia/Kathmandu; FRI 10:00-18:00; SUN 10:00-18:00; MON 10:00-18:00; TUE 10:00-18:00")
                .map(WorkingTime::parse)
                .optional(0.8);
        Arbitrary<Integer> minutes = Arbitraries.integers().between(1, 3000);
        Arbitrary<Optional<AnswerTarget>> gold = minutes.map(m -> AnswerTarget.when(GOLD, "t", Duration.ofMinutes(m)))
                .optional(0.6);
        Arbitrary<Optional<AnswerTarget>> other = minutes.map(m -> AnswerTarget.always("t", Duration.ofMinutes(m)))
                .optional(0.8);
        return Combinators.combine(times, gold, other).as(Queue::new);
    }
}
