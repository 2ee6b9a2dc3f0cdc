// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Finding tickets (C2, C3, C6): what to look for, and what was found. Start at {@link dev.troubletickets.search.Search}. */
@NullMarked
package dev.troubletickets.search;

import org.jspecify.annotations.NullMarked;
