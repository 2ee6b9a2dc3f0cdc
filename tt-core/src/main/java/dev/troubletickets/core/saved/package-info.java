// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Saved searches (C6). Start at {@link dev.troubletickets.core.saved.Saved}. */
@NullMarked
package dev.troubletickets.core.saved;

import org.jspecify.annotations.NullMarked;
