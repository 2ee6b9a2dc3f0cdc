// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.event.TicketEvent.RuleApplied;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules on submission against a small model of them (B10). */
class SubmissionTest {
    private static final QueueId START = QueueId.of(100);

    private static final TicketData TICKET = new TicketBuilder(TicketId.of(1), START).build();

    /** Of queues 1 to 3 the first is gone; of two technicians, one is entitled to queue 2 alone. */
    private static final Submission.Grounds GROUNDS = new Submission.Grounds() {
        @Override
        public Optional<String> againstQueue(QueueId queue) {
            return queue.value() == 1 ? Optional.of("gone") : Optional.empty();
        }

        @Override
        public Optional<String> againstAssignee(StaffId technician, QueueId queue) {
            return technician.value().equals("a") && queue.value() != 2 ? Optional.of("no") : Optional.empty();
        }

        @Override
        public Optional<String> againstReply() {
            return Optional.empty();
        }
    };

    @Property
    @net.jqwik.api.Tag("B10")
    void itComesToWhatTheRulesComeToOneAfterTheOther(
            @ForAll("rules") List<SubmissionRule> rules, @ForAll("facts") Facts facts) {
        Submission.Outcome outcome = Submission.decide(rules, facts, TICKET, GROUNDS);

        Optional<QueueId> queue = Optional.empty();
        List<StaffId> assignees = new ArrayList<>();
        Optional<Integer> priority = Optional.empty();
        int bonus = 0;
        Set<Tag> tags = new TreeSet<>();
        boolean hold = false;
        List<String> names = new ArrayList<>();
        for (SubmissionRule rule : rules) {
            if (Reasons.why(rule.condition(), facts).isEmpty()) {
                continue;
            }
            names.add(rule.name());
            Handling then = rule.then();
            queue = then.queue().filter(id -> id.value() != 1).or(same(queue));
            then.assignee().ifPresent(assignees::add);
            priority = then.priority().map(p -> p.value()).or(same(priority));
            bonus += then.weight();
            tags.addAll(then.tags());
            hold |= then.hold();
            if (rule.stop()) {
                break;
            }
        }
        QueueId home = queue.orElse(START);
        Optional<StaffId> assignee = assignees.stream()
                .filter(id -> GROUNDS.againstAssignee(id, home).isEmpty())
                .reduce((one, later) -> later);
        assertThat(outcome.queue()).isEqualTo(queue);
        assertThat(outcome.assignee()).isEqualTo(assignee);
        assertThat(outcome.priority().map(p -> p.value())).isEqualTo(priority);
        assertThat(outcome.bonus()).isEqualTo(bonus);
        assertThat(outcome.tags()).isEqualTo(tags);
        assertThat(outcome.hold()).isEqualTo(hold);
        assertThat(outcome.applied()).extracting(RuleApplied::rule).isEqualTo(names);
    }

    @Property
    @net.jqwik.api.Tag("G1")
    void whatARuleSaysIsEitherDoneOrLeftOutWithAReason(
            @ForAll("rules") List<SubmissionRule> rules, @ForAll("facts") Facts facts) {
        for (RuleApplied applied :
                Submission.decide(rules, facts, TICKET, GROUNDS).applied()) {
            Handling said = rules.stream()
                    .filter(rule -> rule.name().equals(applied.rule()))
                    .findFirst()
                    .orElseThrow()
                    .then();
            assertThat(words(applied.done()) + applied.skipped().size()).isEqualTo(words(said));
        }
    }

    private static <T> java.util.function.Supplier<Optional<T>> same(Optional<T> before) {
        return () -> before;
    }

    private static int words(Handling then) {
        return (then.queue().isPresent() ? 1 : 0)
                + (then.assignee().isPresent() ? 1 : 0)
                + (then.priority().isPresent() ? 1 : 0)
                + then.tags().size();
    }

    @Provide
    Arbitrary<Facts> facts() {
        return RandomConditions.facts();
    }

    @Provide
    Arbitrary<List<SubmissionRule>> rules() {
        Arbitrary<Handling> then = Combinators.combine(
                        Arbitraries.longs().between(1, 3).optional(),
                        Arbitraries.of("a", "b").optional(),
                        Arbitraries.integers().between(0, 100).optional(),
                        Arbitraries.integers().between(-5, 5),
                        Arbitraries.of("x", "y", "z").set().ofMaxSize(2),
                        Arbitraries.of(true, false))
                .as((queue, assignee, priority, weight, tags, hold) -> new Handling(
                        queue.map(QueueId::of),
                        assignee.map(StaffId::of),
                        priority.map(dev.troubletickets.ticket.Priority::of),
                        weight,
                        tags.stream().map(Tag::of).collect(java.util.stream.Collectors.toSet()),
                        hold,
                        Optional.empty()));
        return Combinators.combine(
                        RandomConditions.conditions(),
                        then,
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(4, Arbitraries.just(false)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(true))))
                .as((condition, handling, stop) -> new SubmissionRule(
                        "rule", condition, handling.equals(Handling.nothing()) ? handling.weight(1) : handling, stop))
                .list()
                .ofMaxSize(6)
                .map(rules -> IntStream.range(0, rules.size())
                        .mapToObj(i -> new SubmissionRule(
                                "rule " + i,
                                rules.get(i).condition(),
                                rules.get(i).then(),
                                rules.get(i).stop()))
                        .toList());
    }
}
