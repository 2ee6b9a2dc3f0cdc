// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.statistics;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was counted in a range. Everything counts when it happens, in the queue, category and hands in which the ticket is then.
 *
 * @param opened tickets that were opened, however; those split off included
 * @param closed how often tickets were resolved or closed; from resolved to closed counts no more
 * @param reopened how often resolved or closed tickets came back
 * @param answers answers to customers
 * @param firstAnswer from the opening of a ticket to the first answer
 * @param resolution from the opening of a ticket to each time that it was resolved or closed
 * @param ratings ratings by customers that hold, each when it was given
 * @param averageRating in stars, 1 to 5; empty without ratings
 */
public record Figures(
        long opened,
        long closed,
        long reopened,
        long answers,
        Times firstAnswer,
        Times resolution,
        long ratings,
        OptionalDouble averageRating) {
    /**
     * How long something took, to the second.
     *
     * @param count how many there were
     * @param average in real time; empty if there was none
     * @param averageWorking in the working time of the queue the ticket was in then, as it was set then
     */
    public record Times(long count, Optional<Duration> average, Optional<Duration> averageWorking) {}
}
