// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Who takes part: accounts, staff, resellers and their addresses. Start at {@link dev.troubletickets.people.Actor}. */
@NullMarked
package dev.troubletickets.people;

import org.jspecify.annotations.NullMarked;
