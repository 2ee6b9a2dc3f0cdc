// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.Mailroom;
import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.view.TakenMail;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A support center of nobody's: without accounts, so that every sender is a stranger, and without a way out for mail. */
final class Desk {
    private static final String SOURCE = "workbench";
    private static final StaffId OPERATOR = StaffId.of("operator");
    /** It signs nothing that leaves. */
    private static final Secret SECRET = Secret.of("nothing that is signed leaves the workbench");
    /** More than a desk takes before it quarantines a mail. */
    private static final int TRIES = 60;

    private static final Duration PAUSE = Duration.ofHours(1);

    private final Ahead clock = new Ahead(Clock.systemUTC());
    private final SupportCenter center;
    private final Mailroom mailroom;
    private final Map<String, TakenMail> before = new HashMap<>();
    private long newest;

    Desk(Storage storage) {
        center = SupportCenter.builder()
                .storage(storage)
                .identity(new InMemoryDirectory().add(StaffMember.mainAdministrator(OPERATOR.value())))
                .mail(new Silent())
                .secret(SECRET)
                .installation("Workbench", "support@workbench.invalid")
                .clock(clock)
                .build();
        mailroom = center.mailroom(OPERATOR);
        since(0).forEach(mail -> before.put(mail.sha256(), mail));
        newest = newest(before.values());
    }

    /** False if the same bytes were handed in before, in this run or an earlier one. */
    boolean handIn(byte[] raw) {
        return center.background().receive(SOURCE, new ByteArrayInputStream(raw));
    }

    /** What became of a mail of an earlier run, by the SHA-256 of its bytes. */
    Optional<TakenMail> before(String sha256) {
        return Optional.ofNullable(before.get(sha256));
    }

    /**
     * Brings what was handed in to an outcome.
     *
     * @param digests of the bytes of what was handed in
     * @return by digest what became of them
     */
    Map<String, TakenMail> settle(Collection<String> digests) {
        Map<String, TakenMail> taken = new HashMap<>();
        settleDue(taken);
        for (int tries = 1; tries < TRIES && !taken.keySet().containsAll(digests); tries++) {
            // what was put off has its turn an hour later
            clock.put(PAUSE);
            settleDue(taken);
        }
        newest = newest(taken.values());
        return taken;
    }

    private void settleDue(Map<String, TakenMail> taken) {
        center.background().runDue();
        since(newest).forEach(mail -> taken.put(mail.sha256(), mail));
    }

    private long newest(Collection<TakenMail> mails) {
        return mails.stream().mapToLong(TakenMail::mail).reduce(newest, Math::max);
    }

    private List<TakenMail> since(long mail) {
        List<TakenMail> all = new ArrayList<>();
        long last = Long.MAX_VALUE;
        while (last > mail) {
            List<TakenMail> page = mailroom.taken(last);
            page.stream().filter(taken -> taken.mail() > mail).forEach(all::add);
            last = page.isEmpty() ? mail : page.get(page.size() - 1).mail();
        }
        return all;
    }
}
