// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.mail.JakartaMail;
import dev.troubletickets.mail.MailboxAccount;
import dev.troubletickets.mail.SmtpServer;
import dev.troubletickets.memory.MovableClock;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.view.MailroomView.MailboxState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A week of a support desk in a few seconds: real mail by SMTP and POP3, a real database, a clock moved by hand. Start reading at
 * {@link Harbour}, which wires the desk, and go on with {@link Story}, which uses it.
 */
public final class Quickstart {
    /** Hibernate tells a lot at its start, by a logger of its own choice. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private Quickstart() {}

    /** Runs the story; ends with 1 if a mail was lost or doubled, or a step failed. */
    public static void main(String[] args) throws IOException {
        HIBERNATE.setLevel(Level.SEVERE);
        try (Database database = Database.open()) {
            if (run(database.storage(), new PrintStream(System.out, true, StandardCharsets.UTF_8))) {
                return;
            }
        }
        System.exit(1);
    }

    /** Runs the story on a storage, which may hold earlier runs; the last line tells what it came to. True if that is clean. */
    static boolean run(Storage storage, PrintStream out) {
        try (MailServer server = MailServer.start(Harbour.SUPPORT, Harbour.SALES)) {
            MailSystem mail = mail(server);
            MovableClock clock = MovableClock.startingAt(Instant.now());
            SupportCenter center = Harbour.open(storage, mail, clock);
            lastRun(center).filter(clock.instant()::isBefore).ifPresent(clock::set);
            out.println("A week at the support desk of Harbour Hosting. A star marks what waits for an answer.");
            Ledger ledger = Ledger.open(storage, server);
            new Story(center, server, new MailProgram(mail, clock), clock, new Screens(out)).tell();
            Tally tally = ledger.close();
            out.println();
            out.println(tally);
            return tally.isClean();
        }
    }

    private static MailSystem mail(MailServer server) {
        SmtpServer smtp = SmtpServer.of(MailServer.HOST, server.smtpPort()).withoutTls();
        Secret password = Secret.of(MailServer.PASSWORD);
        MailboxAccount mailbox = MailboxAccount.pop3(MailServer.HOST, server.pop3Port(), MailServer.USER, password)
                .named("support")
                .withoutTls();
        return JakartaMail.with(smtp, mailbox);
    }

    /** Time has moved on in a database that was used before, further than on the wall. */
    private static Optional<Instant> lastRun(SupportCenter center) {
        return center.mailroom(Harbour.ADA).state().mailboxes().stream()
                .map(MailboxState::lastSuccess)
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }
}
