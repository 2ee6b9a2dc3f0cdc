// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** IMAP (RFC 3501). Start at {@link dev.troubletickets.mail.internal.imap.ImapMailbox}. */
@NullMarked
package dev.troubletickets.mail.internal.imap;

import org.jspecify.annotations.NullMarked;
