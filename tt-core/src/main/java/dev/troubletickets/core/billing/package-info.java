// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What customers pay, once it is ordered: carried out by the host, after the commit ({@link dev.troubletickets.core.billing.CarryOut}). */
@NullMarked
package dev.troubletickets.core.billing;

import org.jspecify.annotations.NullMarked;
