// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What technicians have to do besides tickets (E7). Start at {@link dev.troubletickets.desk.Tasks}. */
@NullMarked
package dev.troubletickets.tasks;

import org.jspecify.annotations.NullMarked;
