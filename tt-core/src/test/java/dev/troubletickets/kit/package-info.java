// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The kit of the center's tests: a center with people in one line. Start with {@link dev.troubletickets.kit.TestCenter}. */
@NullMarked
package dev.troubletickets.kit;

import org.jspecify.annotations.NullMarked;
