// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * When an answer is due, as a pure function: {@link dev.troubletickets.core.due.AnswerTime#of}. What queues promise, and since when, is
 * in their {@link dev.troubletickets.core.due.Terms}.
 */
@NullMarked
package dev.troubletickets.core.due;

import org.jspecify.annotations.NullMarked;
