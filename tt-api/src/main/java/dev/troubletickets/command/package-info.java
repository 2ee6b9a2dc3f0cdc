// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What people ask for, as records that cannot be wrong in form: {@link dev.troubletickets.command.NewTicket}, {@link
 * dev.troubletickets.command.Reply}, {@link dev.troubletickets.command.Answer}, {@link dev.troubletickets.command.Edit}.
 */
@NullMarked
package dev.troubletickets.command;

import org.jspecify.annotations.NullMarked;
