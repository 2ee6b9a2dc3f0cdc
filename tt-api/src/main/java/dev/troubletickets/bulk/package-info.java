// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Acting on many tickets at once (C5): what to do, and what became of it. Start at {@link dev.troubletickets.bulk.BulkAction}. */
@NullMarked
package dev.troubletickets.bulk;

import org.jspecify.annotations.NullMarked;
