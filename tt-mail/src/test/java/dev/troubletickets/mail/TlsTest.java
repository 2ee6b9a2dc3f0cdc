// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailTransport.Envelope;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox.Session;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS is required, certificates and names are checked. */
class TlsTest {
    private static final Secret PASSWORD = Secret.of(FakePop3.PASSWORD);
    private static final EmailAddress JANE = EmailAddress.of("jane@customer.example");

    @TempDir
    static Path keys;

    private static Identity localhost;
    private static Identity elsewhere;

    /** What a server shows and what a client may trust. */
    private record Identity(SSLContext server, KeyStore certificates) {}

    @BeforeAll
    static void makeCertificates() throws Exception {
        localhost = identity("localhost");
        elsewhere = identity("elsewhere.example");
    }

    private static Identity identity(String name) throws Exception {
        Path file = keys.resolve(name + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "k",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "secret")
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "secret".toCharArray());
        }
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(store, "secret".toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("k", store.getCertificate("k"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), null, null);
        return new Identity(context, trusted);
    }

    private static Result send(SmtpServer server) {
        return JakartaMail.with(server)
                .transport()
                .send(new Envelope(Optional.empty(), List.of(JANE)), new byte[] {'a', '\r', '\n'});
    }

    @Test
    @Tag("D1")
    void popTurnsToTlsBeforeThePassword() {
        try (FakePop3 pop3 = new FakePop3(localhost.server())) {
            pop3.deliver(new byte[] {'a'});
            MailboxAccount account = MailboxAccount.pop3("localhost", pop3.port(), "desk", PASSWORD);
            assertThat(account.trusting(localhost.certificates())
                            .mailbox()
                            .open()
                            .list())
                    .hasSize(1);
            assertThatThrownBy(() -> account.mailbox().open()).isInstanceOf(MailUnavailable.class);
        }
    }

    @Test
    @Tag("D1")
    void whatIsPutInClearBehindTheAgreementToTlsIsNotHeard() {
        try (FakePop3 pop3 = new FakePop3(localhost.server())) {
            pop3.on("agreement", "+OK\r\n+OK\r\n.\r\n-ERR\r\n-ERR");
            MailboxAccount account = MailboxAccount.pop3("localhost", pop3.port(), "desk", PASSWORD);
            account.trusting(localhost.certificates()).mailbox().open().close();
            assertThat(pop3.commands).contains("PASS " + FakePop3.PASSWORD, "QUIT");
        }
    }

    @Test
    @Tag("D1")
    void aCertificateForAnotherNameIsRefused() {
        try (FakePop3 pop3 = new FakePop3(elsewhere.server());
                FakeSmtp smtp = new FakeSmtp(elsewhere.server())) {
            MailboxAccount account = MailboxAccount.pop3("localhost", pop3.port(), "desk", PASSWORD)
                    .trusting(elsewhere.certificates());
            assertThatThrownBy(() -> account.mailbox().open()).isInstanceOf(MailUnavailable.class);
            SmtpServer server =
                    SmtpServer.of("localhost", smtp.port()).implicitTls().trusting(elsewhere.certificates());
            assertThat(send(server)).isInstanceOf(Result.Deferred.class);
            assertThat(smtp.commands).isEmpty();
        }
    }

    @Test
    @Tag("D1")
    void popOverTlsTakesWhatIsTrustedOnlyAndTriesNoOtherTrust() {
        try (FakePop3 pop3 = FakePop3.overTls(localhost.server())) {
            pop3.deliver(new byte[] {'a'});
            MailboxAccount account = MailboxAccount.pop3("localhost", pop3.port(), "desk", PASSWORD)
                    .implicitTls();
            try (Session session =
                    account.trusting(localhost.certificates()).mailbox().open()) {
                session.delete(List.of(session.list().get(0).uid()));
            }
            assertThat(pop3.size()).isZero();
            assertThatThrownBy(() ->
                            account.trusting(elsewhere.certificates()).mailbox().open())
                    .isInstanceOf(MailUnavailable.class)
                    .hasMessageContaining("certification path");
            assertThat(pop3.connections()).isEqualTo(2);
        }
    }

    @Test
    @Tag("D8")
    void smtpOverTlsTakesWhatIsTrustedOnly() {
        try (FakeSmtp smtp = new FakeSmtp(localhost.server())) {
            SmtpServer server = SmtpServer.of("localhost", smtp.port()).implicitTls();
            assertThat(send(server.trusting(localhost.certificates()))).isInstanceOf(Result.Accepted.class);
            assertThat(send(server.trusting(elsewhere.certificates()))).isInstanceOf(Result.Deferred.class);
            assertThat(smtp.connections())
                    .as("the runtime's own trust is not tried after the account's")
                    .isEqualTo(2);
            assertThat(send(server)).isInstanceOf(Result.Deferred.class);
        }
    }
}
