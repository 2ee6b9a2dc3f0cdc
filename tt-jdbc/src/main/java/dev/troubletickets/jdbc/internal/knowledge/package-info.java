// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Tables of the knowledge base. */
@NullMarked
package dev.troubletickets.jdbc.internal.knowledge;

import org.jspecify.annotations.NullMarked;
