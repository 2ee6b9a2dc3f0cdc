// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

/** A word of a text, as written, and where it stands. */
record Word(int offset, String text) {}
