// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** How a server is reached. Start at {@link dev.troubletickets.mail.internal.net.Endpoint}. */
@NullMarked
package dev.troubletickets.mail.internal.net;

import org.jspecify.annotations.NullMarked;
