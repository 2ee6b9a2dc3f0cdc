// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Who gets a ticket by its queue's way of assigning (B14). Start at {@link dev.troubletickets.core.assign.AutoAssign#choose}. */
@NullMarked
package dev.troubletickets.core.assign;

import org.jspecify.annotations.NullMarked;
