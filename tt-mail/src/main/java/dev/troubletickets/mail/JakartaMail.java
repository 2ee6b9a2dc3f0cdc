// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.mail.internal.smtp.SmtpSender;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.Mailbox;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Mail over the internet's protocols: POP3 or IMAP in, SMTP out, MIME in between. Connections are opened when they are needed; nothing
 * is set for the whole JVM. Safe for concurrent use.
 */
public final class JakartaMail implements MailSystem {
    private final List<Mailbox> mailboxes;
    private final MailTransport transport;
    private final MailFormat format = new MimeFormat();

    private JakartaMail(MailTransport transport, List<Mailbox> mailboxes) {
        if (new HashSet<>(mailboxes.stream().map(Mailbox::name).toList()).size() < mailboxes.size()) {
            throw new IllegalArgumentException("two mailboxes have the same name");
        }
        this.transport = transport;
        this.mailboxes = mailboxes;
    }

    /**
     * Connects to nobody yet.
     *
     * @param mailboxes may be none, where mail is only sent
     * @throws IllegalArgumentException if two mailboxes have one name
     */
    public static JakartaMail with(SmtpServer smtp, MailboxAccount... mailboxes) {
        List<Mailbox> boxes =
                Arrays.stream(mailboxes).map(MailboxAccount::mailbox).toList();
        return new JakartaMail(new SmtpSender(smtp.endpoint(), smtp.greeting()), boxes);
    }

    /**
     * Polls one mailbox more, such as a Maildir ({@link MailFiles#inbox}) or one of the host's own.
     *
     * @throws IllegalArgumentException if two mailboxes have one name
     */
    public JakartaMail polling(Mailbox more) {
        return new JakartaMail(
                transport, Stream.concat(mailboxes.stream(), Stream.of(more)).toList());
    }

    @Override
    public List<Mailbox> mailboxes() {
        return mailboxes;
    }

    @Override
    public MailFormat format() {
        return format;
    }

    @Override
    public MailTransport transport() {
        return transport;
    }
}
