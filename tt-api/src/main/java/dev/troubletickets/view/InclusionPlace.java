// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.ticket.InclusionId;

/**
 * Where the placeholder of an encrypted block stands in a text (F2).
 *
 * @param start index of the placeholder's first character, as in {@link String#substring(int, int)}
 * @param end index after its last
 */
public record InclusionPlace(InclusionId id, int start, int end) {}
