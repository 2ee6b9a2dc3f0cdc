// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.statistics;

import java.time.Duration;
import java.util.Optional;

/**
 * Within what time half, three quarters, 90 and 95 percent of all were done (by the nearest rank), within 2.5 percent of the true value and
 * to the second; empty if there was none.
 */
public record Percentiles(
        Optional<Duration> half, Optional<Duration> threeQuarters, Optional<Duration> p90, Optional<Duration> p95) {}
