// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What a panel draws: one immutable view a screen, already filtered for who looks. */
@NullMarked
package dev.troubletickets.view;

import org.jspecify.annotations.NullMarked;
