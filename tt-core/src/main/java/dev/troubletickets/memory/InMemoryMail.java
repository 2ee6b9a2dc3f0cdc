// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import dev.troubletickets.memory.internal.mail.PlainMailFormat;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.MailTransport.Envelope;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.ParsedMail;
import java.util.List;

/**
 * A mail system without a network, for hosts' tests and for trying things out: drop mails into a mailbox, look at what was sent, say
 * what the server answers next. Keeps everything until it is garbage; safe for concurrent use.
 *
 * <p>The default format reads and writes plain MIME only (UTF-8, no encoded words, no HTML); {@link #with} takes another.
 */
public final class InMemoryMail implements MailSystem {
    private final List<InMemoryMailbox> mailboxes;
    private final MailFormat format;
    private final InMemoryTransport transport = new InMemoryTransport();

    /**
     * A mail the transport was given and the server has accepted, or may have accepted.
     *
     * @param accepted the envelope's recipients without those that were refused or deferred
     */
    public record Sent(Envelope envelope, List<EmailAddress> accepted, byte[] bytes) {}

    private InMemoryMail(MailFormat format, List<InMemoryMailbox> mailboxes) {
        this.format = format;
        this.mailboxes = mailboxes;
    }

    /** One empty mailbox named {@code memory}. */
    public static InMemoryMail create() {
        return with(new PlainMailFormat(), "memory");
    }

    /** Empty mailboxes of these names and the host's own format, such as that of tt-mail. */
    public static InMemoryMail with(MailFormat format, String... mailboxes) {
        return new InMemoryMail(
                format, List.of(mailboxes).stream().map(InMemoryMailbox::new).toList());
    }

    @Override
    public List<Mailbox> mailboxes() {
        return List.copyOf(mailboxes);
    }

    @Override
    public MailFormat format() {
        return format;
    }

    @Override
    public MailTransport transport() {
        return transport;
    }

    /** The first mailbox. */
    public InMemoryMailbox mailbox() {
        return mailboxes.get(0);
    }

    /** @throws IllegalArgumentException if there is no mailbox of that name */
    public InMemoryMailbox mailbox(String name) {
        return mailboxes.stream()
                .filter(box -> box.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no mailbox " + name));
    }

    /** Puts a mail into the first mailbox, as a mail server would; the bytes are copied. */
    public void deliver(byte[] raw) {
        mailbox().deliver(raw);
    }

    /** Composes a mail as if a customer had written it and puts it into the first mailbox. */
    public void deliver(OutgoingMail mail) {
        deliver(format.compose(mail));
    }

    /** Everything that was sent, the oldest first; what was deferred or rejected is not in it. */
    public List<Sent> sent() {
        return transport.sent();
    }

    /** Forgets what was sent. */
    public void forgetSent() {
        transport.forgetSent();
    }

    /** The next sendings end so, in this order; after that everything is accepted again. */
    public void answerNextWith(Result... results) {
        transport.answerNextWith(results);
    }

    /** A sent mail read by this system's format under the default limits. */
    public ParsedMail read(Sent sent) {
        try {
            return format.parse(sent.bytes(), MailLimits.defaults());
        } catch (LimitExceeded tooMuch) {
            throw new IllegalArgumentException(tooMuch);
        }
    }
}
