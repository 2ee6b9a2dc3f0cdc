// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Writing mails in 7-bit MIME. Start at {@link dev.troubletickets.mail.internal.compose.MailWriter}. */
@NullMarked
package dev.troubletickets.mail.internal.compose;

import org.jspecify.annotations.NullMarked;
