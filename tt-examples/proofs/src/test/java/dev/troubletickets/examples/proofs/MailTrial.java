// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.Mailroom;
import dev.troubletickets.examples.proofs.CorporaCount.Taken;
import dev.troubletickets.jdbc.JpaStorage;
import dev.troubletickets.mail.MimeFormat;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.memory.MovableClock;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.view.MailOutcome;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A desk that knows nobody, and gets mails one by one, a day apart, so that no limit of automatic mails holds an answer back. */
final class MailTrial implements AutoCloseable {
    private final InMemoryMail box = InMemoryMail.with(new MimeFormat(), "support");
    private final MovableClock clock = MovableClock.startingAt(Instant.parse("2026-11-23T09:00:00Z"));
    private final JpaStorage storage;
    private final SupportCenter center;
    private long mails;

    MailTrial(Path database) {
        storage = JpaStorage.embedded(database);
        center = Desk.on(storage).mail(box).clock(clock).build();
    }

    Mailroom mailroom() {
        return center.mailroom(StaffId.of("anna"));
    }

    Taken take(byte[] raw) {
        clock.advance(Duration.ofDays(1));
        mails++;
        Map<MailOutcome, Long> before = mailroom().state().taken();
        box.forgetSent();
        box.deliver(raw);
        assertThat(center.background().runDue().failures()).isZero();
        Map<MailOutcome, Long> after = mailroom().state().taken();
        List<MailOutcome> outcomes = after.keySet().stream()
                .filter(outcome -> after.get(outcome) > before.getOrDefault(outcome, 0L))
                .toList();
        assertThat(outcomes).as("mail %s has one outcome", mails).hasSize(1);
        return new Taken(outcomes.get(0), box.sent().size(), Arrays.equals(raw, original(mails)));
    }

    /** @param mail the how-manieth, from 1 */
    byte[] original(long mail) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mailroom().original(mail, bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        storage.close();
    }
}
