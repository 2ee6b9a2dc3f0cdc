// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.mail;

import java.util.List;

/** The host's mail: where it comes from, how it is read and written, how it leaves. Safe for concurrent use. */
public interface MailSystem {
    /** May be empty, where mail is only sent. */
    List<Mailbox> mailboxes();

    MailFormat format();

    MailTransport transport();
}
