// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The tables of {@link dev.troubletickets.memory.InMemoryStorage}, and the journal that takes back what failed. */
@NullMarked
package dev.troubletickets.memory.internal.storage;

import org.jspecify.annotations.NullMarked;
