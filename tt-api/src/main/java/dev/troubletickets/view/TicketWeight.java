// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.rules.Match;
import java.util.List;

/**
 * How much a ticket weighs, and why (B8, G1).
 *
 * @param points what the list it stands in reckons with: the sum of the rules when it was weighed last
 * @param minutes how long its customer has waited, in full minutes; each weighs one
 * @param reasons the rules that hold of it now, after what rules on submission gave it, which the history tells one by one; their sum
 * differs from {@code points} for the moment until it is weighed anew
 */
public record TicketWeight(int points, long minutes, List<Reason> reasons) {
    public TicketWeight {
        reasons = List.copyOf(reasons);
    }

    public long total() {
        return points + minutes;
    }

    /** @param because the parts of the rule's condition that decided; none if it always holds */
    public record Reason(String rule, int points, List<Match> because) {
        public Reason {
            because = List.copyOf(because);
        }
    }
}
