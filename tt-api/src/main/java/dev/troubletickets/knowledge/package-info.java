// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The knowledge base (E9). Start at {@link dev.troubletickets.desk.KnowledgeBase}. */
@NullMarked
package dev.troubletickets.knowledge;

import org.jspecify.annotations.NullMarked;
