// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.mail.JakartaMail;
import dev.troubletickets.mail.MailboxAccount;
import dev.troubletickets.mail.SmtpServer;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.view.SafeHtml;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ledger must find what is wrong, or its zeros mean nothing. */
class LedgerTest {
    private final MailServer server = MailServer.start(Harbour.SUPPORT, Harbour.SALES);
    private final JakartaMail mail = JakartaMail.with(
            SmtpServer.of(MailServer.HOST, server.smtpPort()).withoutTls(),
            MailboxAccount.pop3(MailServer.HOST, server.pop3Port(), MailServer.USER, Secret.of(MailServer.PASSWORD))
                    .withoutTls());
    private final MailProgram customers = new MailProgram(mail, Clock.systemUTC());
    private final Storage storage = InMemoryStorage.create();
    private final Ledger ledger = Ledger.open(storage, server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aMailThatStaysInTheMailboxIsLost() {
        SupportCenter center = Harbour.open(storage, mail, Clock.systemUTC());
        customers.send("bounced-mail");
        center.background().runDue();
        customers.send("error-500");

        assertThat(ledger.close().lost()).isEqualTo(1);
        assertThat(ledger.close().duplicated()).isZero();
    }

    @Test
    void aMailThatMakesTwoMessagesIsDuplicated() {
        SupportCenter center = Harbour.open(storage, new Forgetful(mail), Clock.systemUTC());
        customers.send("bounced-mail", "bounced-mail");
        center.background().runDue();

        assertThat(ledger.close().duplicated()).isEqualTo(1);
        assertThat(ledger.close().lost()).isZero();
    }

    /** Mail whose format never finds two copies equal. */
    private record Forgetful(MailSystem real) implements MailSystem, MailFormat {
        @Override
        public List<Mailbox> mailboxes() {
            return real.mailboxes();
        }

        @Override
        public MailFormat format() {
            return this;
        }

        @Override
        public MailTransport transport() {
            return real.transport();
        }

        @Override
        public ParsedMail parse(byte[] raw, MailLimits limits) throws LimitExceeded {
            ParsedMail mail = real.format().parse(raw, limits);
            return new ParsedMail(
                    mail.messageId(),
                    mail.references(),
                    mail.from(),
                    mail.recipients(),
                    mail.subject(),
                    mail.text(),
                    mail.attachments(),
                    mail.headers(),
                    mail.report(),
                    UUID.randomUUID().toString());
        }

        @Override
        public Optional<SafeHtml> html(byte[] raw, MailLimits limits) throws LimitExceeded {
            return real.format().html(raw, limits);
        }

        @Override
        public byte[] compose(OutgoingMail outgoing) {
            return real.format().compose(outgoing);
        }

        @Override
        public byte[] composeContent(OutgoingMail outgoing) {
            return real.format().composeContent(outgoing);
        }

        @Override
        public byte[] composeEncrypted(OutgoingMail outgoing, String armored) {
            return real.format().composeEncrypted(outgoing, armored);
        }
    }
}
