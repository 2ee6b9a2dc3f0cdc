// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The library's front door: {@link dev.troubletickets.SupportCenter}. */
@NullMarked
package dev.troubletickets;

import org.jspecify.annotations.NullMarked;
