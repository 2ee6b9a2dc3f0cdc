// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** All events in one order, and their form for other programs (G4). */
@NullMarked
package dev.troubletickets.core.feed;

import org.jspecify.annotations.NullMarked;
