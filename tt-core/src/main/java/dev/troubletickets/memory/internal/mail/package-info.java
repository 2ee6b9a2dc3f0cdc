// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The plain message format of {@link dev.troubletickets.memory.InMemoryMail}. */
@NullMarked
package dev.troubletickets.memory.internal.mail;

import org.jspecify.annotations.NullMarked;
