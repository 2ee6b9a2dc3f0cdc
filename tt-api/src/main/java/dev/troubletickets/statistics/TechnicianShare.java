// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.statistics;

import dev.troubletickets.people.StaffId;

/**
 * The figures of a technician: of their answers, and of the tickets that they closed, or that were closed, reopened or rated while assigned
 * to them.
 *
 * @param name from their profile; their id without one
 * @param load new and open tickets that are assigned to them now, snoozed ones apart
 */
public record TechnicianShare(StaffId of, String name, long load, Figures figures) {}
