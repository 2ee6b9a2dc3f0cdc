// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A program that an operator runs before switching over: what would the desk make of the mails we have? Start at {@link
 * dev.troubletickets.examples.workbench.Workbench}.
 */
@NullMarked
package dev.troubletickets.examples.workbench;

import org.jspecify.annotations.NullMarked;
