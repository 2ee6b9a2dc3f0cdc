// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.work.Sha256;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView.MailboxState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mail from a mailbox (D1): the bytes are committed before the server's copy goes. What is fetched again after a crash is found to
 * be there already by mailbox, uid and digest.
 */
final class Poll {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    /** How many mails go before the server is asked to delete them; fewer after each failure, so that a lost connection costs little. */
    private static final int BATCH = 100;
    /** So many failures in a row, and mails are taken one by one, each time another, for one of them may be what the server fails on. */
    private static final int FAILURES = 4;

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
            int stored = drain(mailbox, failures(mailbox));
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

    private int drain(Mailbox mailbox, int failures) {
        int stored = 0;
        int most = Math.max(1, BATCH >> Math.min(2 * failures, 2 * FAILURES));
        try (Mailbox.Session session = mailbox.open()) {
            List<String> taken = new ArrayList<>();
            Instant deadline = work.now().plus(LEASE.dividedBy(2));
            for (Entry entry : behind(session.list(), failures - FAILURES)) {
                if (work.now().isAfter(deadline) || taken.size() == most) {
                    break;
                }
                stored += take(mailbox, session, entry, taken);
            }
            session.delete(taken);
        }
        return stored;
    }

    /** All but the first so many, counted in a circle. */
    private static List<Entry> behind(List<Entry> entries, int first) {
        return first <= 0 || entries.isEmpty() ? entries : entries.subList(first % entries.size(), entries.size());
    }

    private int take(Mailbox mailbox, Mailbox.Session session, Entry entry, List<String> taken) {
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
        return work.write(scope -> scope.stores()
                .intake()
                .store(mailbox.name(), entry.uid(), digest, raw, scope.now())
                .isPresent());
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
                            MailOutcome.QUARANTINED,
                            null,
                            "larger than " + limits.bytes() + " bytes; it is still in the mailbox"));
            return id.isPresent();
        });
    }

    private void fail(Mailbox mailbox, long fence, String error) {
        int failures = failures(mailbox);
        work.write(scope -> {
            Duration pause = Duration.ofSeconds(5L << Math.min(failures, 10));
            Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            scope.stores()
                    .mailboxes()
                    .failed(mailbox.name(), fence, error, scope.now().plus(bounded));
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
