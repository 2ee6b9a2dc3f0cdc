// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.StaffId;
import java.time.Instant;

/**
 * An unsent answer (G7).
 *
 * @param authorName the full name, or the id without a profile
 */
public record Draft(StaffId author, String authorName, String text, Instant savedAt) {}
