// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What people may do: permissions given per technician, and the actions a ticket allows right now. */
@NullMarked
package dev.troubletickets.rights;

import org.jspecify.annotations.NullMarked;
