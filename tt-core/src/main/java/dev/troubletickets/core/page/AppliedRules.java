// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.event.TicketEvent.RuleApplied;
import dev.troubletickets.rules.Match;
import dev.troubletickets.settings.Handling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a rule on submission did, in a sentence (B10, G1). */
final class AppliedRules {
    private AppliedRules() {}

    /** {@code the rule Gold, because plan is Gold: Gold; it set: queue 3; it left out: tag vip (…)}. */
    static String told(RuleApplied applied) {
        StringBuilder told = new StringBuilder("the rule ").append(applied.rule());
        if (!applied.because().isEmpty()) {
            told.append(", because ")
                    .append(joined(
                            applied.because().stream().map(Match::toString).toList()));
        }
        List<String> done = done(applied.done());
        told.append(done.isEmpty() ? "; it did nothing" : "; it set: " + joined(done));
        if (!applied.skipped().isEmpty()) {
            told.append("; it left out: ");
            told.append(applied.skipped().stream()
                    .map(skipped -> skipped.action() + " (" + skipped.why() + ")")
                    .collect(Collectors.joining(", ")));
        }
        return told.append(" (B10)").toString();
    }

    private static List<String> done(Handling done) {
        List<String> all = new ArrayList<>();
        done.queue().ifPresent(id -> all.add("queue " + id.value()));
        done.assignee().ifPresent(id -> all.add("assignee " + id));
        done.priority().ifPresent(priority -> all.add("priority " + priority.value()));
        if (done.weight() != 0) {
            all.add("weight " + done.weight());
        }
        done.tags().forEach(tag -> all.add("tag " + tag));
        if (done.hold()) {
            all.add("on hold");
        }
        if (done.reply().isPresent()) {
            all.add("reply");
        }
        return all;
    }

    private static String joined(List<String> parts) {
        return String.join(", ", parts);
    }
}
