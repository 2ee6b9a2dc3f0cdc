// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.event.TicketEvent.Stop;
import dev.troubletickets.rules.Match;
import dev.troubletickets.settings.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why an answer is due then (G1). When the clock was stopped and started is in the history.
 *
 * @param target the name of the target that applies
 * @param allowed working time, by the target
 * @param because the facts by which the target was chosen; none if it is for every ticket
 * @param used working time before {@code runningSince}
 * @param runningSince empty while the clock is stopped
 * @param stopped why the clock does not run
 * @param workingTime of the queue; always, if empty
 * @param escalatesAt when the next level of escalation comes (G6)
 */
public record DueExplanation(
        String target,
        Duration allowed,
        List<Match> because,
        Duration used,
        Optional<Instant> runningSince,
        Optional<Stop> stopped,
        Optional<WorkingTime> workingTime,
        Optional<Instant> escalatesAt) {
    public DueExplanation {
        because = List.copyOf(because);
    }
}
