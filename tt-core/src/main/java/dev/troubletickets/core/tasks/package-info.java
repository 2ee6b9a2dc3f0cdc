// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What technicians do with tasks (E7). */
@NullMarked
package dev.troubletickets.core.tasks;

import org.jspecify.annotations.NullMarked;
