// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The shortest way to a running desk; start with {@link dev.troubletickets.examples.quickstart.Quickstart}. */
@NullMarked
package dev.troubletickets.examples.quickstart;

import org.jspecify.annotations.NullMarked;
