// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.Background;
import dev.troubletickets.mail.AccessTokens;
import dev.troubletickets.mail.JakartaMail;
import dev.troubletickets.mail.MailFiles;
import dev.troubletickets.mail.MailboxAccount;
import dev.troubletickets.mail.SmtpServer;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.Mailbox;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeSnippetsTest {
    @Test
    void logInByAccessTokens() {
        // region: tokens
        AccessTokens tokens = () -> Secret.of(renewedAccessToken("support@harbour.example"));
        SmtpServer smtp = SmtpServer.of("smtp.harbour.example", 587).login("support@harbour.example", tokens);
        MailboxAccount support =
                MailboxAccount.imap("imap.harbour.example", 993, "support@harbour.example", tokens, "INBOX");
        // endregion
        assertThat(JakartaMail.with(smtp, support).mailboxes()).hasSize(1);
    }

    @Test
    void waitForMail() throws Exception {
        SupportCenter center = Panel.center(InMemoryMail.create());
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        // region: watching
        Background.Running watching = center.background().watch(executor);
        // endregion
        watching.close();
        executor.shutdown();
        assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void handMailsIn(@TempDir Path folder) throws Exception {
        SupportCenter center = Panel.center(InMemoryMail.create());
        Path archive = Files.writeString(folder.resolve("archive.mbox"), """
                From jane@x.example Thu Jan  1 00:00:00 1970
                From: jane@x.example
                Subject: Help

                Please.
                """);
        InputStream pipe =
                new ByteArrayInputStream("From: mary@x.example\n\nHelp\n".getBytes(StandardCharsets.US_ASCII));
        // region: handing-in
        center.background().receive("pipe", pipe);

        Mailbox mbox = MailFiles.mbox("archive", archive);
        try (Mailbox.Session session = mbox.open()) {
            for (Mailbox.Entry entry : session.list()) {
                byte[] mail = session.fetch(entry, 50 << 20);
                center.background().receive(mbox.name(), new ByteArrayInputStream(mail));
            }
        }
        // endregion
        assertThat(center.background().runDue().processed()).isEqualTo(2);
    }

    private static String renewedAccessToken(String user) {
        return "token-of-" + user;
    }
}
