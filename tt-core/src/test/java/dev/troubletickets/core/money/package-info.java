// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of money: statements against a slow recomputation. */
@NullMarked
package dev.troubletickets.core.money;

import org.jspecify.annotations.NullMarked;
