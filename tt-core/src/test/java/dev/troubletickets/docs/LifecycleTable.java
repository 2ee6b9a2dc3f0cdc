// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.docs;

import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of one event: as few rows as tell the same. */
final class LifecycleTable {
    private static final String ANYBODY = "assigned to another or the technician";

    private final Step step;
    private final Collection<TicketState> states;
    private final boolean relative;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    /** Asked for once, for each fact looks at them all again. */
    private final Map<Situation, Outcome> known = new IdentityHashMap<>();

    private LifecycleTable(Step step, Collection<TicketState> states, boolean relative) {
        this.step = step;
        this.states = states;
        this.relative = relative;
    }

    static String of(Step step, Collection<TicketState> states) {
        List<String> absolute = new LifecycleTable(step, states, false).lines();
        List<String> relative = new LifecycleTable(step, states, true).lines();
        String head = "| staff status | customer state | when | → status | → customer state | → assignee | effects |\n"
                + "|---|---|---|---|---|---|---|\n";
        return head + String.join("", relative.size() <= absolute.size() ? relative : absolute);
    }

    private List<String> lines() {
        Map<List<String>, Set<Status>> whole = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            Map<List<String>, Set<CustomerStatus>> groups = byCustomer(status);
            boolean any = groups.size() == 1;
            groups.forEach((tails, customers) -> {
                String customer = any ? "any" : join(customers, CustomerStatus.class);
                List<String> rest =
                        tails.stream().map(tail -> "| " + customer + " " + tail).toList();
                whole.computeIfAbsent(rest, key -> EnumSet.noneOf(Status.class)).add(status);
            });
        }
        List<String> lines = new ArrayList<>();
        whole.forEach((tails, statuses) ->
                tails.forEach(tail -> lines.add("| " + join(statuses, Status.class) + " " + tail + "\n")));
        return lines;
    }

    private Map<List<String>, Set<CustomerStatus>> byCustomer(Status status) {
        Map<List<String>, Set<CustomerStatus>> groups = new LinkedHashMap<>();
        for (CustomerStatus customer : CustomerStatus.values()) {
            List<Situation> situations = states.stream()
                    .filter(state -> state.status() == status && state.customerStatus() == customer)
                    .flatMap(state -> Situation.around(state).stream())
                    .toList();
            if (!situations.isEmpty()) {
                groups.computeIfAbsent(tails(situations), key -> EnumSet.noneOf(CustomerStatus.class))
                        .add(customer);
            }
        }
        return groups;
    }

    private List<String> tails(List<Situation> situations) {
        rows.clear();
        known.clear();
        split(situations, List.of(Situation.Fact.values()), "");
        return rows.values().stream().flatMap(List::stream).toList();
    }

    /** Asks for one fact after the other until the outcome is clear. */
    private void split(List<Situation> situations, List<Situation.Fact> facts, String when) {
        Map<Outcome, List<Situation>> outcomes = situations.stream()
                .collect(Collectors.groupingBy(this::outcome, LinkedHashMap::new, Collectors.toList()));
        if (outcomes.size() == 1) {
            row(when, outcomes.keySet().iterator().next(), situations);
            return;
        }
        for (Situation.Fact fact : facts) {
            Map<Set<Outcome>, List<String>> branches = new LinkedHashMap<>();
            Map<String, List<Situation>> byValue = situations.stream()
                    .collect(Collectors.groupingBy(s -> s.value(fact), TreeMap::new, Collectors.toList()));
            byValue.forEach((value, some) -> branches.computeIfAbsent(outcomes(some), key -> new ArrayList<>())
                    .add(value));
            if (branches.size() > 1) {
                List<Situation.Fact> rest =
                        facts.stream().filter(f -> f != fact).toList();
                branches.values()
                        .forEach(values -> split(
                                values.stream()
                                        .flatMap(value -> byValue.get(value).stream())
                                        .toList(),
                                rest,
                                (when.isEmpty() ? "" : when + "; ")
                                        + String.join(" or ", values)
                                                .replace(" or assigned to", " or")
                                                .replace(ANYBODY, "assigned")));
                return;
            }
        }
        throw new IllegalStateException(
                "no fact decides " + step + " in " + situations.get(0) + ": " + outcomes.keySet());
    }

    private Set<Outcome> outcomes(List<Situation> situations) {
        return situations.stream().map(this::outcome).collect(Collectors.toSet());
    }

    private Outcome outcome(Situation situation) {
        return known.computeIfAbsent(situation, s -> Outcome.of(s, step, relative));
    }

    private void row(String when, Outcome outcome, List<Situation> situations) {
        Set<String> effects = new TreeSet<>();
        situations.forEach(s -> effects.addAll(Outcome.effects(s, step)));
        String line = "| " + when + " | "
                + (outcome.refusal().isEmpty()
                        ? outcome.status() + " | " + outcome.customer() + " | " + outcome.assignee() + " | "
                                + String.join(", ", effects)
                        : outcome.refusal() + " | | | ")
                + " |";
        rows.computeIfAbsent(when, key -> new ArrayList<>()).add(line);
    }

    private static <E extends Enum<E>> String join(Set<E> values, Class<E> type) {
        return values.size() == type.getEnumConstants().length
                ? "any"
                : values.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
