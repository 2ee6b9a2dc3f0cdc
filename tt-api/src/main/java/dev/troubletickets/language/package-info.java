// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Texts of the library in the languages of those who read them (G17). Not for hosts. */
@NullMarked
package dev.troubletickets.language;

import org.jspecify.annotations.NullMarked;
