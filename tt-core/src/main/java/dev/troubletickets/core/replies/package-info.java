// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Predefined replies: who may see and edit which, and how one becomes the text of an answer. */
@NullMarked
package dev.troubletickets.core.replies;

import org.jspecify.annotations.NullMarked;
