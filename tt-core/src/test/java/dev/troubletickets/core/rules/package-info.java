// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Conditions and what they say of facts. */
@NullMarked
package dev.troubletickets.core.rules;

import org.jspecify.annotations.NullMarked;
