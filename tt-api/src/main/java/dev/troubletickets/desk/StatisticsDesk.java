// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.statistics.Statistics;
import dev.troubletickets.statistics.StatisticsQuery;
import java.io.OutputStream;

/**
 * Figures of the queues the technician sees (B2); of all queues, those that are no more included, for the main administrator. Tickets they
 * see only because these are assigned to them, or because they were invited, are not counted. What resellers are charged (E5) is there for
 * whoever holds the permission {@code PRICES}, too.
 *
 * <p>Every method throws {@link dev.troubletickets.failure.NotPermitted} without the permission {@code STATISTICS}.
 */
public interface StatisticsDesk {
    Statistics of(StatisticsQuery query);

    /**
     * Writes the same as CSV (RFC 4180, UTF-8), durations in seconds; texts that a spreadsheet would take for a formula begin with an
     * apostrophe. The stream stays open.
     *
     * @throws java.io.UncheckedIOException if the stream fails
     */
    void export(StatisticsQuery query, OutputStream into);
}
