// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.troubletickets.contract.mail.MailboxContract;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailTransport.Envelope;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** IMAP, POP3 and SMTP against GreenMail. */
class GreenMailTest implements MailboxContract {
    private static final String HOST = "localhost";
    private static final Secret PASSWORD = Secret.of("correct-horse");
    private static final EmailAddress DESK = EmailAddress.of("desk@desk.example");

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HOST, "imap"),
        new ServerSetup(0, HOST, "pop3"),
        new ServerSetup(0, HOST, "smtp"),
        new ServerSetup(0, HOST, "imaps"),
        new ServerSetup(0, HOST, "pop3s"),
        new ServerSetup(0, HOST, "smtps")
    });

    @BeforeEach
    void start() {
        server.start();
        server.setUser(DESK.value(), "desk", "correct-horse");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailboxAccount imap() {
        return MailboxAccount.imap(HOST, server.getImap().getPort(), "desk", PASSWORD, "INBOX")
                .withoutTls();
    }

    private MailboxAccount pop3() {
        return MailboxAccount.pop3(HOST, server.getPop3().getPort(), "desk", PASSWORD)
                .withoutTls();
    }

    private SmtpServer smtp() {
        return SmtpServer.of(HOST, server.getSmtp().getPort()).withoutTls();
    }

    @Override
    public Mailbox mailbox() {
        return imap().mailbox();
    }

    @Override
    public void deliver(byte[] raw) {
        try {
            server.getUserManager().getUser("desk").deliver(new Exact(raw));
        } catch (MessagingException failure) {
            throw new AssertionError(failure);
        }
    }

    /** GreenMail writes a message anew unless it is told otherwise. */
    private static final class Exact extends MimeMessage {
        private final byte[] raw;

        private Exact(byte[] raw) throws MessagingException {
            super(jakarta.mail.Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            this.raw = raw;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(raw);
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException {
            out.write(raw);
        }

        @Override
        public int getSize() {
            return raw.length;
        }
    }

    @Test
    @Tag("D1")
    void readingOverImapLeavesMessagesUnseen() throws Exception {
        deliver("Subject: a\r\n\r\nb\r\n".getBytes(StandardCharsets.UTF_8));
        try (Session session = mailbox().open()) {
            session.fetch(session.list().get(0), ENOUGH);
        }
        assertThat(server.getReceivedMessages()[0].isSet(Flags.Flag.SEEN)).isFalse();
    }

    @Test
    @Tag("D1")
    void deletingOverImapTakesOnlyWhatWasNamed() throws Exception {
        deliver("Subject: a\r\n\r\nb\r\n".getBytes(StandardCharsets.UTF_8));
        deliver("Subject: b\r\n\r\nb\r\n".getBytes(StandardCharsets.UTF_8));
        server.getReceivedMessages()[0].setFlag(Flags.Flag.DELETED, true);
        try (Session session = mailbox().open()) {
            session.delete(List.of(session.list().get(1).uid()));
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("a");
    }

    @Test
    @Tag("D1")
    void wrongPasswordsAreToldWithoutThem() {
        Secret wrong = Secret.of("tr0ub4dor");
        for (MailboxAccount account : List.of(
                MailboxAccount.imap(HOST, server.getImap().getPort(), "desk", wrong, "INBOX")
                        .withoutTls(),
                MailboxAccount.pop3(HOST, server.getPop3().getPort(), "desk", wrong)
                        .withoutTls())) {
            assertThatThrownBy(() -> account.mailbox().open())
                    .isInstanceOf(MailUnavailable.class)
                    .hasMessageContaining("login of desk")
                    .hasMessageNotContaining("tr0ub4dor");
        }
    }

    @Test
    @Tag("D1")
    void aFolderThatIsNotThereIsTold() {
        assertThatThrownBy(() -> MailboxAccount.imap(HOST, server.getImap().getPort(), "desk", PASSWORD, "Nowhere")
                        .withoutTls()
                        .mailbox()
                        .open())
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("Nowhere");
    }

    @Test
    @Tag("D1")
    void aCertificateThatNobodyVouchesForIsRefused() {
        for (MailboxAccount account : List.of(
                MailboxAccount.imap(HOST, server.getImaps().getPort(), "desk", PASSWORD, "INBOX"),
                MailboxAccount.pop3(HOST, server.getPop3s().getPort(), "desk", PASSWORD))) {
            assertThatThrownBy(() -> account.implicitTls().mailbox().open()).isInstanceOf(MailUnavailable.class);
        }
    }

    @Test
    @Tag("D1")
    void popAndImapSeeTheSameMails() throws Exception {
        Result sent = JakartaMail.with(smtp())
                .transport()
                .send(
                        new Envelope(Optional.of(DESK), List.of(DESK)),
                        "Subject: a\r\n\r\nb\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(sent).isEqualTo(Result.Accepted.byAll());
        JakartaMail mail = JakartaMail.with(smtp(), imap(), pop3());
        for (Mailbox box : mail.mailboxes()) {
            try (Session session = box.open()) {
                Entry entry = session.list().get(0);
                byte[] raw = session.fetch(entry, ENOUGH);
                assertThat(new String(raw, StandardCharsets.UTF_8))
                        .contains("Subject: a")
                        .contains("\r\n\r\nb");
            }
        }
        try (Session session = mail.mailboxes().get(1).open()) {
            session.delete(List.of(session.list().get(0).uid()));
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Nested
    class OverPop3 implements MailboxContract {
        @Override
        public Mailbox mailbox() {
            return pop3().mailbox();
        }

        @Override
        public void deliver(byte[] raw) {
            GreenMailTest.this.deliver(raw);
        }

        /** GreenMail cuts the white space off a mail's end; Pop3MailboxTest asks for every byte. */
        @Override
        public byte[] asServed(byte[] delivered) {
            return (new String(delivered, ISO_8859_1).stripTrailing() + "\r\n").getBytes(ISO_8859_1);
        }
    }
}
