// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What technicians write to one another (E8). Start at {@link dev.troubletickets.desk.PrivateMessages}. */
@NullMarked
package dev.troubletickets.messages;

import org.jspecify.annotations.NullMarked;
