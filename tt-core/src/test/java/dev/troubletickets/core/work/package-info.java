// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Settings and rules as they are kept and written. */
@NullMarked
package dev.troubletickets.core.work;

import org.jspecify.annotations.NullMarked;
