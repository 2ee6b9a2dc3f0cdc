// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Tables of what technicians have among themselves. */
@NullMarked
package dev.troubletickets.jdbc.internal.tasks;

import org.jspecify.annotations.NullMarked;
