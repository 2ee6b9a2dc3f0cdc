// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.mail.MimeFormat;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.Mailbox;
import java.util.List;

/** Mail that is read as a desk reads it, of which nothing leaves: a receipt counts as sent, and nobody gets it. */
final class Silent implements MailSystem {
    @Override
    public List<Mailbox> mailboxes() {
        return List.of();
    }

    @Override
    public MailFormat format() {
        return new MimeFormat();
    }

    @Override
    public MailTransport transport() {
        return (envelope, message) -> MailTransport.Result.Accepted.byAll();
    }
}
