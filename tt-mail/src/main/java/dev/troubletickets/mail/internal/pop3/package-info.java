// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** POP3 (RFC 1939). Start at {@link dev.troubletickets.mail.internal.pop3.Pop3Mailbox}. */
@NullMarked
package dev.troubletickets.mail.internal.pop3;

import org.jspecify.annotations.NullMarked;
