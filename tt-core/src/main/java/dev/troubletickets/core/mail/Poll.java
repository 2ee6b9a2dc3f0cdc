// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.files.Sha256;
import dev.troubletickets.core.work.Backoff;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView.MailboxState;
import dev.troubletickets.view.MailroomView.PollError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mail from a mailbox (D1): the bytes are committed before the server's copy goes. What is fetched again after a crash is found to
 * be there already by mailbox, uid and digest.
 */
final class Poll {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(15));
    /** How many mails go before the server is asked to delete them; fewer after each failure, so that a lost connection costs little. */
    private static final int BATCH = 100;
    /** Servers count line ends each in their own way; what is larger by an eighth is too large without a look. */
    private static final int SLACK = 8;
    /** So many failures in a row, and mails that the server breaks on are passed over, so that they do not hold up the others. */
    private static final int FAILURES = 4;
    /** How many such mails are passed over in one poll. */
    private static final int MOST_PASSED = 5;

    private final Work work;
    private final MailLimits limits;

    Poll(Work work, MailLimits limits) {
        this.work = work;
        this.limits = limits;
    }

    /** How many mails were newly stored; 0 where the mailbox is not due or another node has it. */
    int poll(Mailbox mailbox) {
        OptionalLong fence = work.write(scope -> scope.stores()
                .mailboxes()
                .lease(mailbox.name(), scope.now(), scope.now().plus(LEASE)));
        if (fence.isEmpty()) {
            return 0;
        }
        try {
            int stored = drainInSpite(mailbox, failures(mailbox));
            work.write(scope -> {
                scope.stores().mailboxes().succeeded(mailbox.name(), fence.getAsLong(), scope.now(), scope.now());
                return true;
            });
            return stored;
        } catch (MailUnavailable e) {
            LOG.warn("mailbox {} cannot be polled: {}", mailbox.name(), e.getMessage());
            fail(mailbox, fence.getAsLong(), String.valueOf(e.getMessage()));
            throw e;
        } catch (RuntimeException e) {
            fail(
                    mailbox,
                    fence.getAsLong(),
                    "polling failed with " + e.getClass().getSimpleName());
            throw e;
        }
    }

    /** Where polls keep failing, what the server can give is taken all the same; the poll still counts as failed. */
    private int drainInSpite(Mailbox mailbox, int failures) {
        Set<String> notGiven = new LinkedHashSet<>();
        try {
            return drain(mailbox, Math.max(1, BATCH >> Math.min(2 * failures, 2 * FAILURES)), notGiven);
        } catch (MailUnavailable e) {
            for (int before = 0; failures >= FAILURES && before < notGiven.size() && before < MOST_PASSED; before++) {
                try {
                    drain(mailbox, BATCH, notGiven);
                } catch (MailUnavailable again) {
                    e.addSuppressed(again);
                }
            }
            throw e;
        }
    }

    /** @param notGiven is passed over; the mail that the server breaks on is added */
    private int drain(Mailbox mailbox, int most, Set<String> notGiven) {
        int stored = 0;
        try (Mailbox.Session session = mailbox.open()) {
            List<String> taken = new ArrayList<>();
            Instant deadline = work.now().plus(LEASE.dividedBy(2));
            for (Entry entry : session.list()) {
                if (work.now().isAfter(deadline) || taken.size() == most) {
                    break;
                }
                if (notGiven.add(entry.uid())) {
                    stored += take(mailbox, session, entry, taken);
                    notGiven.remove(entry.uid());
                }
            }
            session.delete(taken);
        }
        return stored;
    }

    private int take(Mailbox mailbox, Mailbox.Session session, Entry entry, List<String> taken) {
        if (entry.bytes() > limits.bytes() + limits.bytes() / SLACK) {
            return storeTooLarge(mailbox, entry) ? 1 : 0;
        }
        try {
            byte[] raw = session.fetch(entry, limits.bytes());
            boolean isNew = store(mailbox, entry, Sha256.hex(raw), raw);
            taken.add(entry.uid());
            return isNew ? 1 : 0;
        } catch (Mailbox.TooLarge e) {
            return storeTooLarge(mailbox, entry) ? 1 : 0;
        }
    }

    private boolean store(Mailbox mailbox, Entry entry, String digest, byte[] raw) {
        return work.write(scope -> {
            boolean isNew = scope.stores()
                    .intake()
                    .store(mailbox.name(), entry.uid(), digest, raw, scope.now())
                    .isPresent();
            if (isNew) {
                scope.stores().mailboxes().took(mailbox.name());
            }
            return isNew;
        });
    }

    /** The mail stays on the server; a quarantine row without bytes says so, once. */
    private boolean storeTooLarge(Mailbox mailbox, Entry entry) {
        return work.write(scope -> {
            OptionalLong id = scope.stores()
                    .intake()
                    .store(mailbox.name(), entry.uid(), "too large: " + entry.bytes(), new byte[0], scope.now());
            id.ifPresent(mail -> scope.stores()
                    .intake()
                    .finish(
                            mail,
                            Ending.of(
                                    MailOutcome.QUARANTINED,
                                    null,
                                    "larger than " + limits.bytes() + " bytes; it is still in the mailbox")));
            return id.isPresent();
        });
    }

    private void fail(Mailbox mailbox, long fence, String error) {
        int failures = failures(mailbox);
        work.write(scope -> {
            scope.stores()
                    .mailboxes()
                    .failed(
                            mailbox.name(),
                            fence,
                            new PollError(error, scope.now()),
                            scope.now().plus(BACKOFF.after(failures)));
            return true;
        });
    }

    /** How many polls have failed since the last that did not. */
    private int failures(Mailbox mailbox) {
        return work.read(scope -> scope.stores().mailboxes().states().stream()
                .filter(state -> state.name().equals(mailbox.name()))
                .mapToInt(MailboxState::failures)
                .findFirst()
                .orElse(0));
    }
}
