// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What the center does, seen through its desks: a class per rule, on any storage. */
@NullMarked
package dev.troubletickets.behaviour;

import org.jspecify.annotations.NullMarked;
