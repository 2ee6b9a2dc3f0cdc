// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The life of a ticket as a pure function: {@link dev.troubletickets.core.lifecycle.Lifecycle#decide}. No clock, no storage, no
 * randomness. The table in {@code docs/lifecycle.md} is made from it.
 */
@NullMarked
package dev.troubletickets.core.lifecycle;

import org.jspecify.annotations.NullMarked;
