// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Runs the host's diagnostic tools (E12). Start at {@link dev.troubletickets.core.diagnostics.Examination}. */
@NullMarked
package dev.troubletickets.core.diagnostics;

import org.jspecify.annotations.NullMarked;
