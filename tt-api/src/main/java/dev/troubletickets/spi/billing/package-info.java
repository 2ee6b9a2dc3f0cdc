// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What the host tells of, and does about, money. */
@NullMarked
package dev.troubletickets.spi.billing;

import org.jspecify.annotations.NullMarked;
