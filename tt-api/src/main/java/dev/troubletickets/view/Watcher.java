// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.StaffId;
import java.time.Instant;

/**
 * A technician who watches a ticket (G10).
 *
 * @param name the full name; the id of one without a profile
 */
public record Watcher(StaffId technician, String name, Instant since) {}
