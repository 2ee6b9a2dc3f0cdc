// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.work.Backoff;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.spi.storage.IntakeStore.StoredMail;
import dev.troubletickets.view.MailOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes stored mails one by one to their outcome. A mail that cannot be processed is put off and, after some tries, quarantined; it never
 * holds up the next one.
 */
final class Processing {
    private static final Logger LOG = LoggerFactory.getLogger(Processing.class);
    private static final int TRIES = 5;
    /** While something of the host's does not answer, or not for this mail: for half a day. */
    private static final int TRIES_WHILE_UNAVAILABLE = 50;

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(16));

    private final Work work;
    private final Intake intake;

    Processing(Work work, Intake intake) {
        this.work = work;
        this.intake = intake;
    }

    /** True if there was a mail to process. */
    boolean next() {
        AtomicReference<StoredMail> current = new AtomicReference<>();
        Intake.Reading reading = intake.reading();
        try {
            return work.write(scope -> {
                Optional<StoredMail> mail = scope.stores().intake().lockNext(scope.now());
                mail.ifPresent(current::set);
                mail.ifPresent(found -> intake.process(scope, found, reading));
                return mail.isPresent();
            });
        } catch (RuntimeException | Error e) {
            StoredMail mail = current.get();
            if (mail == null || isAbout("storage", e)) {
                throw e;
            }
            LOG.warn("mail {} could not be processed", mail.id(), e);
            int most = e instanceof Unavailable ? TRIES_WHILE_UNAVAILABLE : TRIES;
            work.write(scope -> putOff(scope, mail, e, most));
            return true;
        }
    }

    private static boolean isAbout(String what, Throwable cause) {
        return cause instanceof Unavailable unavailable && unavailable.what().equals(what);
    }

    private static boolean putOff(Scope scope, StoredMail mail, Throwable cause, int most) {
        String why = "processing failed with " + cause.getClass().getSimpleName();
        if (mail.tries() + 1 >= most) {
            scope.stores().intake().finish(mail.id(), Ending.of(MailOutcome.QUARANTINED, null, why));
        } else {
            Duration pause = BACKOFF.after(mail.tries());
            scope.stores().intake().postpone(mail.id(), scope.now().plus(pause), why);
        }
        return true;
    }
}
