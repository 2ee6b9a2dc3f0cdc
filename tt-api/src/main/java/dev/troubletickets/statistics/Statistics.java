// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.statistics;

import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.QueueId;
import java.time.Instant;
import java.util.List;

/**
 * The figures of a range, of the queues that the reader sees (E10). Exact for all that had happened at {@code asOf}: background work
 * counts, so they are as old as its last round.
 *
 * @param technicians who answered, closed or has tickets now, by id
 * @param channels by which the tickets had come
 * @param categories of tickets in one, by name
 * @param queues in which something happened, by number
 * @param resellers of tickets of resellers' customers, by id; for whoever holds the permission {@code PRICES}, also those who were charged
 *     anything, or whose customers were counted
 * @param series all of {@link Series.Name}
 */
public record Statistics(
        StatisticsQuery query,
        Instant asOf,
        Figures basic,
        Percentiles firstAnswer,
        Percentiles firstAnswerWorking,
        Percentiles resolution,
        Percentiles resolutionWorking,
        List<TechnicianShare> technicians,
        List<Share<Channel>> channels,
        List<Share<String>> categories,
        List<Share<QueueId>> queues,
        List<ResellerShare> resellers,
        List<Series> series) {
    public Statistics {
        technicians = List.copyOf(technicians);
        channels = List.copyOf(channels);
        categories = List.copyOf(categories);
        queues = List.copyOf(queues);
        resellers = List.copyOf(resellers);
        series = List.copyOf(series);
    }
}
