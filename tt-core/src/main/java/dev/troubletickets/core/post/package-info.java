// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Mail on its way out, as far as a use case goes: composed and put into the outbox in the same unit of work ({@link
 * dev.troubletickets.core.post.Post}). Nothing is sent from here. No type of this package takes a note.
 */
@NullMarked
package dev.troubletickets.core.post;

import org.jspecify.annotations.NullMarked;
