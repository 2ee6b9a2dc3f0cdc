// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The views a panel draws, made from what is stored for the one who looks. */
@NullMarked
package dev.troubletickets.core.page;

import org.jspecify.annotations.NullMarked;
