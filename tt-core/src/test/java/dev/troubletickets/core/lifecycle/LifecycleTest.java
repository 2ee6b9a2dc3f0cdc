// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Rating;
import dev.troubletickets.core.lifecycle.Step.DeliveryFails.Missed;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.Phase;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random lives of tickets, held against a model and against what no ticket may ever be. */
class LifecycleTest {
    private static final TicketId TICKET = TicketId.of(1);
    private static final Instant LATER = Instant.parse("2026-03-05T09:00:00Z");
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<StaffId> STAFF = List.of(StaffId.of("john"), StaffId.of("kate"));

    /** A step under a policy, so long after the one before. */
    record Turn(Step step, Policy policy, Duration pause) {}

    @Property(tries = 2000)
    @net.jqwik.api.Tag("A5")
    @net.jqwik.api.Tag("A6")
    @net.jqwik.api.Tag("A7")
    @net.jqwik.api.Tag("A10")
    @net.jqwik.api.Tag("G14")
    @net.jqwik.api.Tag("B3")
    @net.jqwik.api.Tag("B4")
    void everyLifeIsAsTheModelSaysAndContradictsItselfNowhere(@ForAll("lives") List<Turn> life) {
        Instant now = START;
        LifecycleModel model = new LifecycleModel(now);
        TicketState state = Lifecycle.opened(QueueId.of(1), Priority.NORMAL, now);
        for (Turn turn : life) {
            now = now.plus(turn.pause());
            boolean taken = model.take(turn.step(), turn.policy(), now);
            Decision decision = Lifecycle.decide(TICKET, state, turn.step(), turn.policy(), now);
            Optional<Refusal> refusal = Lifecycle.refusal(state, turn.step(), turn.policy(), now);
            assertThat(decision instanceof Decision.Done)
                    .as("%s of %s", turn, state)
                    .isEqualTo(taken);
            if (decision instanceof Decision.Refused refused) {
                assertThat(refusal).contains(refused.refusal());
            } else {
                assertThat(refusal).isEmpty();
                TicketState next = ((Decision.Done) decision).state();
                assertRisen(state, next);
                state = next;
            }
            assertAsModelled(state, model);
            assertNoContradiction(state);
        }
    }

    private static void assertAsModelled(TicketState state, LifecycleModel model) {
        assertThat(state.status()).isEqualTo(model.status);
        assertThat(state.customerStatus()).isEqualTo(model.customerStatus());
        assertThat(state.assigned()).isEqualTo(model.assignee);
        assertThat(Optional.ofNullable(state.waitingSince())).isEqualTo(model.waitingSince);
        assertThat(Optional.ofNullable(state.autoCloseAt())).isEqualTo(model.autoCloseAt);
        assertThat(Optional.ofNullable(state.closeWarningAt())).isEqualTo(model.closeWarningAt);
        assertThat(Optional.ofNullable(state.snoozedUntil())).isEqualTo(model.snoozedUntil);
        assertThat(state.parts()).isEqualTo(model.parts);
        assertThat(state.queue()).isEqualTo(model.queue);
        assertThat(Optional.ofNullable(state.settledAt())).isEqualTo(model.settledAt);
        assertThat(state.archived()).isEqualTo(model.archived);
        assertThat(state.isUnreadByCustomer()).isEqualTo(model.unread);
        assertThat(state.staffWroteLast()).isEqualTo(model.staffWroteLast);
        assertThat(state.sticky()).isEqualTo(model.sticky);
        assertThat(state.locked()).isEqualTo(model.locked);
    }

    private static void assertNoContradiction(TicketState s) {
        boolean active = s.status().isActive();
        boolean waiting = s.isUnanswered();
        boolean answered = s.status() == Status.ANSWERED;
        implies("archived tickets are settled", s.archived(), !active && !waiting, s);
        implies("who waits, waits for an active ticket", waiting, active && !answered, s);
        implies("an answered ticket has an answer, and nobody waits", answered, s.lastAnswer() > 0 && !waiting, s);
        implies("only answered tickets close by themselves", s.autoCloseAt() != null, answered, s);
        implies("nothing closes unannounced", s.closeWarningAt() != null, s.autoCloseAt() != null, s);
        implies("while it is snoozed nothing closes", s.isSnoozed(), active && s.autoCloseAt() == null, s);
        implies("who is in charge has no part besides", true, !s.parts().contains(s.holder()), s);
        implies("parts are of open tickets", !s.parts().isEmpty(), active && s.autoCloseAt() == null, s);
        implies(
                "nobody has two parts",
                true,
                Set.copyOf(s.parts()).size() == s.parts().size(),
                s);
        implies("what is settled was settled at a time", true, active == (s.settledAt() == null), s);
        implies("a locked ticket is somebody's", s.locked(), s.assignee() != null, s);
        implies("an answer was given at a time", s.lastAnswer() > 0, s.answeredAt() != null, s);
        implies("counts hold together", true, s.lastAnswer() <= s.publicMessages(), s);
        implies("nobody has read what was not written", true, s.customerRead() <= s.publicMessages(), s);
        CustomerStatus customer = s.customerStatus();
        implies("who waits is in progress", waiting, customer == CustomerStatus.IN_PROGRESS, s);
        implies("in progress is in progress for both", waiting, s.phase() == Phase.IN_PROGRESS, s);
        implies("put away is put away for both", s.archived(), s.phase() == Phase.IN_ARCHIVE, s);
        implies("and for nobody else", s.phase() == Phase.IN_ARCHIVE, customer == CustomerStatus.ARCHIVED, s);
    }

    private static void assertRisen(TicketState before, TicketState after) {
        assertThat(after.publicMessages() - before.publicMessages()).isBetween(0, 1);
        assertThat(after.notes() - before.notes()).isBetween(0, 1);
        assertThat(after.lastAnswer()).isGreaterThanOrEqualTo(before.lastAnswer());
        assertThat(after.customerRead()).isGreaterThanOrEqualTo(before.customerRead());
    }

    private static void implies(String law, boolean premise, boolean conclusion, TicketState state) {
        assertThat(!premise || conclusion).as("%s: %s", law, state).isTrue();
    }

    @Provide
    Arbitrary<List<Turn>> lives() {
        Arbitrary<Policy> policies = Combinators.combine(
                        Arbitraries.of(
                                AutoClose.atOnce(),
                                AutoClose.afterDays(3),
                                AutoClose.afterDays(3).warning(2),
                                AutoClose.never()),
                        Arbitraries.of(true, false),
                        Arbitraries.of(2).optional(),
                        Arbitraries.of(true, false))
                .as((rule, takeOver, window, ratings) -> new Policy(rule, false, takeOver, window, ratings));
        Arbitrary<Duration> pauses = Arbitraries.of(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(3));
        return Combinators.combine(steps(), policies, pauses)
                .as(Turn::new)
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Step> steps() {
        Arbitrary<StaffId> staff = Arbitraries.of(STAFF);
        Arbitrary<Boolean> profiles = Arbitraries.frequency(Tuple.of(9, true), Tuple.of(1, false));
        Arbitrary<Step> plain = Arbitraries.of(
                new Step.CustomerWrites(Channel.PANEL),
                new Step.CustomerWrites(Channel.MAIL),
                new Step.CustomerCloses(),
                new Step.CustomerArchives(),
                new Step.CustomerReopens(),
                new Step.Rates(Rating.of(3)),
                new Step.MachineWrites(),
                new Step.Notes(),
                new Step.Releases(),
                new Step.Holds(),
                new Step.Resolves(),
                new Step.Closes(),
                new Step.Reopens(),
                new Step.AutoCloses(),
                new Step.WarnsOfClosing(),
                new Step.PutsOffClosing(),
                new Step.SuspendsAutoClose(),
                new Step.ResumesAutoClose(),
                new Step.Snoozes(LATER),
                new Step.Wakes(Cause.STAFF),
                new Step.Wakes(Cause.TIME),
                new Step.Sticks(true),
                new Step.Sticks(false),
                new Step.Moves(QueueId.of(2)),
                new Step.Prioritises(Priority.of(1)),
                new Step.DeliveryFails(Set.of(), "5.1.1", Missed.ANSWER),
                new Step.DeliveryFails(Set.of(), "5.1.1", Missed.AUTOMATIC_MAIL),
                new Step.DeliveryFails(Set.of(), "5.1.1", Missed.NOTHING));
        Arbitrary<Step> answers = Combinators.combine(
                        staff,
                        profiles,
                        Arbitraries.of(Answer.Then.class),
                        Arbitraries.of(true, false).optional(),
                        Arbitraries.of(true, false),
                        Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)))
                .as((by, profile, then, sticky, note, invited) ->
                        new Step.Answers(by, profile, then, sticky, note, Set.of(), invited));
        Arbitrary<Step> pickUps = Combinators.combine(staff, profiles).as(Step.PicksUp::new);
        Arbitrary<Step> assigns = Combinators.combine(staff, profiles).as(Step.Assigns::new);
        Arbitrary<Holder> holders = Arbitraries.oneOf(
                staff.map(Holder::technician), Arbitraries.of(1L, 2L, 3L).map(id -> Holder.department(QueueId.of(id))));
        Arbitrary<Step> redirects =
                Combinators.combine(staff, holders, profiles).as(Step.Redirects::new);
        Arbitrary<Step> parts = holders.map(Step.ClosesPart::new);
        return Arbitraries.frequencyOf(
                Tuple.of(6, plain),
                Tuple.of(4, answers),
                Tuple.of(2, pickUps),
                Tuple.of(1, assigns),
                Tuple.of(2, redirects),
                Tuple.of(2, parts));
    }
}
