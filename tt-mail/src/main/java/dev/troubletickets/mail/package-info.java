// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Mail over POP3, IMAP and SMTP. Start at {@link dev.troubletickets.mail.JakartaMail}. */
@NullMarked
package dev.troubletickets.mail;

import org.jspecify.annotations.NullMarked;
