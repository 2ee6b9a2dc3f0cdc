// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What diagnostic tools of a host have to do: {@link dev.troubletickets.contract.diagnostics.DiagnosticsContract}. */
@NullMarked
package dev.troubletickets.contract.diagnostics;

import org.jspecify.annotations.NullMarked;
