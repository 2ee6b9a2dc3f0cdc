// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import java.time.Instant;
import java.util.Optional;

/**
 * How the customer has rated the ticket (G11), the last time.
 *
 * @param stars 1 to 5, the best
 */
public record Rated(int stars, Optional<String> comment, Instant at) {}
