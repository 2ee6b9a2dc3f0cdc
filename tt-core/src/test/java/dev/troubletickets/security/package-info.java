// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What went wrong in other ticket systems, and what ours shows: a class for each kind of attack. */
@NullMarked
package dev.troubletickets.security;

import org.jspecify.annotations.NullMarked;
