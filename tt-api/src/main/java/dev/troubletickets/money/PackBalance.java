// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import java.time.Instant;

/**
 * A pack of incidents, and what is left of it (E6).
 *
 * @param withdrawn the host has taken it back; what was used stays used
 */
public record PackBalance(IncidentPack pack, int left, boolean withdrawn, Instant grantedAt) {}
