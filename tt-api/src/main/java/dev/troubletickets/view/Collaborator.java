// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import java.time.Instant;

/**
 * A technician who was invited to a ticket (G10).
 *
 * @param name the full name; the id of one without a profile
 * @param since of the first invitation, with whatever right
 */
public record Collaborator(StaffId technician, String name, CollaboratorRight right, Instant since) {}
