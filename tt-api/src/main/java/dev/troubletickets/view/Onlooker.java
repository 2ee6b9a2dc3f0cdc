// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.StaffId;
import java.time.Instant;

/**
 * A colleague who is at the same ticket (G7).
 *
 * @param name the full name, or the id without a profile
 */
public record Onlooker(StaffId staff, String name, boolean typing, Instant seenAt) {}
