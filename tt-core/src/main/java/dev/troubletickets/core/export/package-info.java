// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Search results as files (C4). Start at {@link dev.troubletickets.core.export.Exports}. */
@NullMarked
package dev.troubletickets.core.export;

import org.jspecify.annotations.NullMarked;
