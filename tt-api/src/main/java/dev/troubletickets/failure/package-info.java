// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The ways a call can fail, by what the caller can do about it. Start at {@link dev.troubletickets.failure.SupportException}. */
@NullMarked
package dev.troubletickets.failure;

import org.jspecify.annotations.NullMarked;
