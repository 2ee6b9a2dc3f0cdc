// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Mail out. Start at {@link dev.troubletickets.mail.internal.smtp.SmtpSender}. */
@NullMarked
package dev.troubletickets.mail.internal.smtp;

import org.jspecify.annotations.NullMarked;
