// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Mail in and out, as the desks and the other side's mail programs see it. Start at {@link dev.troubletickets.mail.MailTest}. */
@NullMarked
package dev.troubletickets.mail;

import org.jspecify.annotations.NullMarked;
