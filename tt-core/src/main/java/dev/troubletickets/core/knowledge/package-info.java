// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The knowledge base (E9): who writes it, who finds what in it. */
@NullMarked
package dev.troubletickets.core.knowledge;

import org.jspecify.annotations.NullMarked;
