// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import dev.troubletickets.core.access.Fitness;
import dev.troubletickets.core.post.Placeholders;
import dev.troubletickets.core.post.Wordings;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SubmissionRule;
import java.util.Optional;

/** That rules on submission name only what there is (B10). */
public final class RuleChecks {
    private RuleChecks() {}

    /** @throws Invalid for the first thing that is not there, and says where */
    public static void check(Scope scope, RuleSet rules) {
        for (int i = 0; i < rules.submission().size(); i++) {
            SubmissionRule rule = rules.submission().get(i);
            String where = "rules.submission[" + i + "].";
            condition(scope, where + "condition", rule.condition());
            handling(scope, where + "then.", rule.then());
        }
    }

    private static void condition(Scope scope, String where, Condition condition) {
        condition.parts().forEach(part -> condition(scope, where, part));
        if (condition instanceof Condition.Is is) {
            is.values().stream()
                    .filter(value -> !isThere(scope, is.fact(), value))
                    .findFirst()
                    .ifPresent(value -> {
                        throw new Invalid(where, "there is no " + is.fact() + " " + value);
                    });
        }
    }

    private static boolean isThere(Scope scope, Fact fact, String value) {
        return switch (fact) {
            case QUEUE ->
                scope.installation().queues().stream()
                        .anyMatch(queue -> Long.toString(queue.id().value()).equals(value));
            case CATEGORY ->
                scope.settings().categories().stream()
                        .anyMatch(category -> category.name().equalsIgnoreCase(value));
            default -> true;
        };
    }

    private static void handling(Scope scope, String where, Handling then) {
        then.queue().filter(id -> scope.installation().find(id).isEmpty()).ifPresent(id -> {
            throw new Invalid(where + "queue", "there is no such queue");
        });
        then.assignee().ifPresent(id -> {
            Optional<String> unfit = then.queue()
                    .map(queue -> Fitness.against(scope, id, queue))
                    .orElseGet(() -> Fitness.against(scope, id));
            unfit.ifPresent(why -> {
                throw new Invalid(where + "assignee", why);
            });
        });
        then.reply().ifPresent(words -> Wordings.check(where + "reply", words, Placeholders.sample()));
    }
}
