// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import dev.troubletickets.event.TicketEvent.RuleApplied;
import dev.troubletickets.event.TicketEvent.RuleApplied.Skipped;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rules.Match;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What rules on submission make of a ticket (B10): a pure function. Every rule is asked of the ticket as it was submitted, none of what
 * another has made of it, so there is one pass and no loop.
 */
public final class Submission {
    private final List<Held> held;
    private final Decisive<QueueId> queue;
    private final Decisive<StaffId> assignee;
    private final Decisive<Priority> priority;
    private final Decisive<Wording> reply;
    private final TagRoom tags;

    private Submission(List<Held> held, TicketData ticket, Grounds grounds) {
        this.held = held;
        queue = Decisive.of(held, Handling::queue, grounds::againstQueue);
        QueueId home = queue.value().orElse(ticket.state().queue());
        assignee = Decisive.of(held, Handling::assignee, to -> grounds.againstAssignee(to, home));
        priority = Decisive.of(held, Handling::priority, to -> Optional.empty());
        reply = Decisive.of(held, Handling::reply, to -> grounds.againstReply());
        tags = TagRoom.of(held, ticket.header().tags());
    }

    /** @param ticket as it was submitted, in the queue that its category or the address written to has chosen */
    public static Outcome decide(List<SubmissionRule> rules, Facts facts, TicketData ticket, Grounds grounds) {
        List<Held> held = holding(rules, facts);
        return held.isEmpty() ? Outcome.NOTHING : new Submission(held, ticket, grounds).outcome();
    }

    /** What no rule at all comes to. */
    public static Outcome nothing() {
        return Outcome.NOTHING;
    }

    private static List<Held> holding(List<SubmissionRule> rules, Facts facts) {
        List<Held> held = new ArrayList<>();
        for (SubmissionRule rule : rules) {
            Optional<List<Match>> because = Reasons.why(rule.condition(), facts);
            because.ifPresent(why -> held.add(new Held(rule, why)));
            if (because.isPresent() && rule.stop()) {
                break;
            }
        }
        return held;
    }

    private Outcome outcome() {
        List<RuleApplied> applied = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            applied.add(applied(i));
        }
        return new Outcome(
                queue.value(),
                assignee.value(),
                priority.value(),
                held.stream().mapToInt(each -> each.then().weight()).sum(),
                tags.all(),
                held.stream().anyMatch(each -> each.then().hold()),
                reply.value(),
                applied);
    }

    private RuleApplied applied(int i) {
        Handling then = held.get(i).then();
        List<Skipped> skipped = new ArrayList<>();
        queue.whyNot(i)
                .ifPresent(why -> skipped.add(
                        new Skipped("queue " + then.queue().orElseThrow().value(), why)));
        assignee.whyNot(i)
                .ifPresent(why ->
                        skipped.add(new Skipped("assignee " + then.assignee().orElseThrow(), why)));
        priority.whyNot(i)
                .ifPresent(why -> skipped.add(
                        new Skipped("priority " + then.priority().orElseThrow().value(), why)));
        reply.whyNot(i).ifPresent(why -> skipped.add(new Skipped("reply", why)));
        tags.left(i)
                .forEach(tag ->
                        skipped.add(new Skipped("tag " + tag, "a ticket has at most " + TagRoom.MOST + " tags")));
        Handling done = new Handling(
                queue.decidedBy(i),
                assignee.decidedBy(i),
                priority.decidedBy(i),
                then.weight(),
                tags.put(i),
                then.hold(),
                reply.decidedBy(i));
        return new RuleApplied(held.get(i).rule().name(), held.get(i).because(), done, skipped);
    }

    /** Why something a rule says cannot be done now; empty if it can. Asked only of what holds. */
    public interface Grounds {
        Optional<String> againstQueue(QueueId queue);

        /** @param queue where the ticket ends up */
        Optional<String> againstAssignee(StaffId technician, QueueId queue);

        Optional<String> againstReply();
    }

    /**
     * @param bonus points the ticket keeps
     * @param tags besides those it had
     * @param applied the rules that held, in their order, for the ticket's history
     */
    public record Outcome(
            Optional<QueueId> queue,
            Optional<StaffId> assignee,
            Optional<Priority> priority,
            int bonus,
            Set<Tag> tags,
            boolean hold,
            Optional<Wording> reply,
            List<RuleApplied> applied) {
        static final Outcome NOTHING = new Outcome(
                Optional.empty(), Optional.empty(), Optional.empty(), 0, Set.of(), false, Optional.empty(), List.of());

        public Outcome {
            tags = Set.copyOf(tags);
            applied = List.copyOf(applied);
        }
    }

    /** A rule that holds, and why. */
    record Held(SubmissionRule rule, List<Match> because) {
        Handling then() {
            return rule.then();
        }
    }
}
