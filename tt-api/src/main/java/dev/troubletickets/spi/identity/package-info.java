// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The host's people. One interface to implement: {@link dev.troubletickets.spi.identity.Directory}. */
@NullMarked
package dev.troubletickets.spi.identity;

import org.jspecify.annotations.NullMarked;
