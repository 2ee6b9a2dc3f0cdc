// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.due;

import dev.troubletickets.rules.Match;
import dev.troubletickets.settings.AnswerTarget;
import java.util.List;

/** The target that applies to a ticket, and why (G1). */
public record Chosen(AnswerTarget target, List<Match> because) {
    public Chosen {
        because = List.copyOf(because);
    }
}
