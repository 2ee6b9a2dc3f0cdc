// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.examples.proofs.CrashPoints.Moment;
import dev.troubletickets.mail.JakartaMail;
import dev.troubletickets.mail.MailboxAccount;
import dev.troubletickets.mail.SmtpServer;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.storage.Storage;
import java.time.Clock;
import java.time.Duration;

/** A node that takes in mail and sends receipts until it is killed, or until nothing is left to do. */
final class IntakeNode {
    static final String USER = "support@example.com";
    static final String PASSWORD = "secret";

    private IntakeNode() {}

    /** Arguments: where to store, POP3 port, SMTP port, hours the clock is ahead, and the moment and its occurrence to be killed at. */
    public static void main(String[] args) {
        CrashPoints points = new CrashPoints();
        if (args.length > 5) {
            points.standStillAt(Moment.valueOf(args[4]), Integer.parseInt(args[5]));
        }
        JakartaMail mail = mail(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        try (Storage storage = Stores.open(args[0])) {
            // leases of the killed have run out
            Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(Long.parseLong(args[3])));
            SupportCenter center = Desk.on(points.on(storage))
                    .mail(points.on(mail))
                    .clock(clock)
                    .build();
            while (center.background().runDue().didAnything()) {
                // until a round finds nothing to do
            }
            System.out.println("drained");
        }
    }

    /** The mailbox and the server of these ports. */
    static JakartaMail mail(int pop3, int smtp) {
        return JakartaMail.with(
                SmtpServer.of("127.0.0.1", smtp).withoutTls(),
                MailboxAccount.pop3("127.0.0.1", pop3, USER, Secret.of(PASSWORD))
                        .withoutTls());
    }
}
