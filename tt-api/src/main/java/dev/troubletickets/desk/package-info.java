// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a panel calls: one desk per face. A desk acts for the one person it was taken for, costs nothing to take, and is safe for
 * concurrent use. Every method is one unit of work: it happens whole or, when it throws, not at all. Start at {@link
 * dev.troubletickets.desk.StaffDesk} and {@link dev.troubletickets.desk.CustomerDesk}.
 */
@NullMarked
package dev.troubletickets.desk;

import org.jspecify.annotations.NullMarked;
