// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import java.util.List;

/**
 * What a queue promises: how soon customers are answered (B9), and what happens when they are not (G6).
 *
 * @param targets the first that fits a ticket counts; one that none fits has no due time
 * @param escalations each comes once in every wait, in the order of their offsets
 */
public record ServiceLevel(List<AnswerTarget> targets, List<EscalationLevel> escalations) {
    private static final int MOST = 50;
    private static final int MOST_LEVELS = 10;
    private static final ServiceLevel NONE = new ServiceLevel(List.of(), List.of());

    /** @throws IllegalArgumentException for more than 50 targets, more than 10 levels, or two levels of one name */
    public ServiceLevel {
        targets = List.copyOf(targets);
        escalations = List.copyOf(escalations);
        if (targets.size() > MOST || escalations.size() > MOST_LEVELS) {
            throw new IllegalArgumentException(
                    "a queue has at most " + MOST + " targets and " + MOST_LEVELS + " levels of escalation");
        }
        if (escalations.stream().map(EscalationLevel::name).distinct().count() < escalations.size()) {
            throw new IllegalArgumentException("each level of escalation has a name of its own");
        }
    }

    /** No promise, and so no due times; what a queue has by default. */
    public static ServiceLevel none() {
        return NONE;
    }

    public static ServiceLevel of(AnswerTarget... targets) {
        return new ServiceLevel(List.of(targets), List.of());
    }

    public ServiceLevel withEscalations(EscalationLevel... levels) {
        return new ServiceLevel(targets, List.of(levels));
    }
}
