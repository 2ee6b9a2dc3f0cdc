// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Fields of an installation's own (G10): which belong to a ticket, what they take, and what stands in them. */
@NullMarked
package dev.troubletickets.core.fields;

import org.jspecify.annotations.NullMarked;
