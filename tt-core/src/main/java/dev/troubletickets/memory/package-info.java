// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Adapters that keep everything in memory, for examples, for a host's tests and for small desks. */
@NullMarked
package dev.troubletickets.memory;

import org.jspecify.annotations.NullMarked;
