// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.jdbc.JpaStorage;
import dev.troubletickets.mail.JakartaMail;
import dev.troubletickets.mail.MailboxAccount;
import dev.troubletickets.mail.SmtpServer;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.StaffTicketRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeSnippetsTest {
    @Test
    void thePanelEmbedsTheDeskInLessThanTwentyLines(@TempDir Path directory) throws InterruptedException {
        DataSource dataSource = Panel.dataSource(directory);
        PanelUsers users = Panel.USERS;
        Secret secret = Panel.SECRET;
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
        try (MailServer server = MailServer.start("support@harbour.example")) {
            Secret password = Secret.of(MailServer.PASSWORD);
            SmtpServer smtp = SmtpServer.of(MailServer.HOST, server.smtpPort()).withoutTls();
            MailboxAccount mailbox = MailboxAccount.pop3(MailServer.HOST, server.pop3Port(), MailServer.USER, password)
                    .withoutTls();
            // region: embed
            SupportCenter center = SupportCenter.builder()
                    .storage(JpaStorage.on(dataSource))
                    .identity(new PanelDirectory(users))
                    .mail(JakartaMail.with(smtp, mailbox))
                    .secret(secret)
                    .installation("Harbour Hosting", "support@harbour.example")
                    .build();
            center.background().start(executor, Duration.ofSeconds(10));

            CustomerDesk jane = center.customer(AccountId.of("jane"));
            TicketId id = jane.open(NewTicket.of("Mail bounces", "Since this morning."));

            StaffDesk tom = center.staff(StaffId.of("tom"));
            tom.saveProfile(StaffProfile.of("Tom Keller", EmailAddress.of("tom@harbour.example")));
            tom.pickUp(id);
            for (StaffTicketRow row : tom.dashboard().assigned().tickets()) {
                System.out.println(row.id() + " " + row.subject() + ", " + row.status());
            }
            tom.answer(id, Answer.of("Fixed.").cc("boss@jane.example"));
            // endregion
            executor.shutdown();
            executor.awaitTermination(30, TimeUnit.SECONDS);
            center.background().runDue();
            assertThat(jane.ticket(id).status()).isEqualTo(CustomerStatus.NEW_MESSAGES);
            assertThat(server.inbox("boss@jane.example")).hasSize(1);
        } finally {
            executor.shutdownNow();
        }
    }
}
