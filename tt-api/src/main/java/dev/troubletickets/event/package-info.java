// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What happened to a ticket, one small record a moment, in the past tense (A15). */
@NullMarked
package dev.troubletickets.event;

import org.jspecify.annotations.NullMarked;
