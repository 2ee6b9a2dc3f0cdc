// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Erasing a person (G12); start at {@link dev.troubletickets.desk.Erasure}. */
@NullMarked
package dev.troubletickets.erasure;

import org.jspecify.annotations.NullMarked;
