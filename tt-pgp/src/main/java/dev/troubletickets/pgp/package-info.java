// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Encrypted inclusions (F2) over Bouncy Castle. Start at {@link dev.troubletickets.pgp.PgpInclusions}. */
@NullMarked
package dev.troubletickets.pgp;

import org.jspecify.annotations.NullMarked;
