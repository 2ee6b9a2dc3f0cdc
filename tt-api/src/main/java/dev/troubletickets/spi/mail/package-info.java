// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Mail. Start at {@link dev.troubletickets.spi.mail.MailSystem}, which names the three parts: mailboxes to fetch from, a format to read
 * and write messages in, a transport to send with. The rules (what becomes a ticket, what is answered, what is sent when) are not here.
 */
@NullMarked
package dev.troubletickets.spi.mail;

import org.jspecify.annotations.NullMarked;
