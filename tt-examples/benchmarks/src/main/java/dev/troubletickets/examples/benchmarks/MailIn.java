// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import dev.troubletickets.mail.MimeFormat;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/**
 * Mails that each open a ticket: stored, parsed, told what they are, and made a ticket by the library, beside the bare
 * inserting of the same rows; and their reading beside bare parsing. A monitor wrote them, so that no receipts are sent.
 */
final class MailIn {
    /** Mails a turn: a node finds some when it looks. */
    static final int BATCH = 20;

    private static final String INTAKE = "select coalesce(max(ticket), 0) from tt_intake";
    private static final String IDENTITY = "insert into tt_intake_identity (identity, mail) values (?, ?)";

    private final MimeFormat format = new MimeFormat();
    private final Site site;
    private final String run = UUID.randomUUID().toString();
    private final AtomicLong mails = new AtomicLong();

    MailIn(Site site) {
        this.site = site;
    }

    /** Taking in against inserting, and of it the reading against parsing: so little that beside the whole it could not be timed. */
    List<Contest> contests() throws SQLException {
        Side library = new Taking();
        take(1);
        Change change;
        try (Connection connection = site.plain().getConnection()) {
            change = Change.between(Snapshot.none(), site.snapshot(Jdbc.number(connection, INTAKE)));
        }
        return List.of(
                new Contest("take in mails, beside inserting their rows", library, turn -> insert(change)),
                new Contest("read mails, beside parsing them with mime4j", turn -> read(), turn -> parse()));
    }

    private void take(int number) {
        for (int i = 0; i < number; i++) {
            site.center().background().receive("by hand", new ByteArrayInputStream(mail()));
        }
        int processed = site.center().background().runDue().processed();
        if (processed != number) {
            throw new IllegalStateException(processed + " of " + number + " mails were processed");
        }
    }

    /** All rows that a mail leaves, in one transaction each. */
    private void insert(Change change) throws SQLException {
        for (int i = 0; i < BATCH; i++) {
            String unique = "by-hand-" + run + "-" + mails.incrementAndGet() + ".";
            Jdbc.inTransaction(site.plain(), connection -> {
                long ticket = Jdbc.number(connection, "select nextval('tt_ticket_number')");
                OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
                change.replay(connection, new Change.Own(ticket, now, unique, Map.of("uid", unique)));
                Jdbc.change(connection, IDENTITY, Digests.of(unique), ticket);
            });
        }
    }

    private void read() throws LimitExceeded {
        for (int i = 0; i < BATCH; i++) {
            if (format.parse(mail(), MailLimits.defaults()).text().isEmpty()) {
                throw new IllegalStateException("it has a text");
            }
        }
    }

    private void parse() throws IOException {
        for (int i = 0; i < BATCH; i++) {
            Message message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(mail()));
            if (message.getBody() == null) {
                throw new IllegalStateException("it has a body");
            }
            message.dispose();
        }
    }

    /** As a web form or a monitor sends it, with the headers that servers add on the way. */
    private byte[] mail() {
        long number = mails.incrementAndGet();
        String text = """
                Return-Path: <monitor@customers.example>
                Received: from mail.customers.example (mail.customers.example [192.0.2.7])
                 by mx.example.com (Postfix) with ESMTPS id 4XyZ0123456789
                 for <support@example.com>; Mon, 23 Nov 2026 09:00:00 +0000 (UTC)
                DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=customers.example;
                 s=mail; h=from:to:subject:date:message-id; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
                From: "Monitor" <monitor%1$d@customers.example>
                To: support@example.com
                Subject: =?utf-8?Q?Mail_bounces_since_this_morning=2C_customer_?= %1$d
                Date: Mon, 23 Nov 2026 09:00:00 +0000
                Message-ID: <%1$d.%2$s@customers.example>
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                """.formatted(number, run) + Words.QUESTION + "Customer " + number + "\n";
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private final class Taking implements Side {
        /** The server's own clean-up is off. */
        @Override
        public void prepare(int turns) throws SQLException {
            site.execute("vacuum analyze tt_intake");
        }

        @Override
        public void act(int turn) {
            take(BATCH);
        }
    }
}
