// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Keys that the desk keeps itself, and what is encrypted to customers (F2). */
@NullMarked
package dev.troubletickets.core.encryption;

import org.jspecify.annotations.NullMarked;
