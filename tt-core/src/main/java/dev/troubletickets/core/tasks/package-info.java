// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What technicians have among themselves: tasks (E7), private messages (E8). */
@NullMarked
package dev.troubletickets.core.tasks;

import org.jspecify.annotations.NullMarked;
