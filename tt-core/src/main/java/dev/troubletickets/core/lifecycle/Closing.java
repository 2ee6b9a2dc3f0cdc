// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;

/** Why a ticket closes by itself (A10): by which rule and which facts, for who asks later (G1). */
final class Closing {
    private Closing() {}

    static String atOnce(Policy policy) {
        return "answered, and closed at once by " + whose(policy);
    }

    /** The rule of today may be another than the one by which the answer was given, and that one holds. */
    static String afterDays(TicketState ticket, Policy policy) {
        AutoClose rule = policy.autoClose();
        Instant answered = ticket.answeredAt();
        String since =
                "answered" + (answered == null ? "" : " at " + answered) + ", and no word from the customer since; ";
        boolean still = answered != null
                && rule.mode() == AutoClose.Mode.AFTER_DAYS
                && answered.plus(Duration.ofDays(rule.days())).equals(ticket.autoCloseAt());
        return still
                ? since + "closed after " + (rule.days() == 1 ? "a day" : rule.days() + " days") + " by "
                        + whose(policy)
                : since + "closed at " + ticket.autoCloseAt() + ", as was set before";
    }

    private static String whose(Policy policy) {
        return policy.autoCloseOfQueue() ? "the rule of its queue" : "the rule of the installation";
    }
}
