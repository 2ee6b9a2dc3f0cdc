// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.docs;

import dev.troubletickets.core.lifecycle.Decision;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.ticket.TicketState;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a step comes to, in a table's words. Two are the same if what decides is the same; effects that hang on nothing a reader asks for
 * are added up.
 */
record Outcome(String refusal, String status, String customer, String assignee) {
    static Outcome of(Situation situation, Step step, boolean relative) {
        Decision decision = situation.decide(step);
        if (decision instanceof Decision.Refused refused) {
            return new Outcome("refused: " + refused.refusal(), "", "", "");
        }
        TicketState before = situation.state();
        TicketState after = ((Decision.Done) decision).state();
        return new Outcome(
                "",
                changed(before.status(), after.status(), relative),
                changed(before.customerStatus(), after.customerStatus(), relative),
                before.assigned().equals(after.assigned())
                        ? "stays"
                        : after.assigned()
                                .map(to -> to.equals(Situation.ME) ? "the technician" : "another")
                                .orElse("nobody"));
    }

    /** Events and marks that come with it. */
    static Set<String> effects(Situation situation, Step step) {
        Set<String> effects = new TreeSet<>();
        if (situation.decide(step) instanceof Decision.Done done) {
            TicketState before = situation.state();
            TicketState after = done.state();
            if (step instanceof Step.Answers && after.autoCloseAt() != null) {
                effects.add("closes after days where the rule is days");
            }
            if (after.parts().size() > before.parts().size()) {
                effects.add("stays open with who had it or sent it on");
            }
            if (after.parts().size() < before.parts().size() && !after.parts().isEmpty()) {
                effects.add("stays open with the others");
            }
            if (after.isSnoozed() && !before.isSnoozed()) {
                effects.add("out of the active lists");
            }
            if (before.isSnoozed() && !after.isSnoozed() && after.status().isActive()) {
                effects.add("back in the active lists");
            }
            if (after.closeWarningAt() == null && before.closeWarningAt() != null && after.autoCloseAt() != null) {
                effects.add("the customer is warned");
            }
            if (after.locked() && !before.locked()) {
                effects.add("a reply comes back to the author");
            }
            if (done.settled()) {
                effects.add("the customer is told");
            }
        }
        return effects;
    }

    private static String changed(Enum<?> before, Enum<?> after, boolean relative) {
        return relative && before == after ? "stays" : after.name();
    }
}
