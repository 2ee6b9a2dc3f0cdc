// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** How a text is cut into words, whatever knows them. Start at {@link dev.troubletickets.spelling.internal.Proofreading}. */
@NullMarked
package dev.troubletickets.spelling.internal;

import org.jspecify.annotations.NullMarked;
