// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.billing;

import dev.troubletickets.people.ResellerId;
import java.util.Map;

/**
 * Counts the customers of resellers, for those who are charged per customer (E5) and for statistics (E10). Asked about once a day, outside of
 * any unit of work, so it may take its time. Throw any {@code RuntimeException} when there is no answer: the background asks again in its next round.
 */
public interface CustomerCounts {
    /** How many customers each reseller has now; one that is left out is not charged for the day, and neither is one with 0, or fewer. */
    Map<ResellerId, Long> customers();
}
