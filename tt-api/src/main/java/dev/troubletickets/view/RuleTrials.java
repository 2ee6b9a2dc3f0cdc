// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.event.TicketEvent.RuleApplied;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;

/**
 * What rules would make of a page of the tickets there are.
 *
 * @param tickets those on which a rule would act, in the order of the page
 * @param tried how many tickets the page has
 * @param next where the next page begins; empty on the last
 */
public record RuleTrials(List<Trial> tickets, int tried, Optional<PageToken> next) {
    public RuleTrials {
        tickets = List.copyOf(tickets);
    }

    /** @param rules those that would hold, in their order */
    public record Trial(TicketId id, String subject, List<RuleApplied> rules) {
        public Trial {
            rules = List.copyOf(rules);
        }
    }
}
