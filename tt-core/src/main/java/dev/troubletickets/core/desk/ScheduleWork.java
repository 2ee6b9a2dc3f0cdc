// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.ticket.ScheduleActions;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.storage.ScheduledData;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes scheduled actions that are due (G9), one a unit of work. What the rules refuse is refused for good. What fails for other reasons, or
 * waits for a colleague's lock, is tried again with longer and longer pauses, and refused in the end.
 */
final class ScheduleWork {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleWork.class);
    private static final int TRIES = 10;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private final Work work;
    private final ScheduleActions actions;

    ScheduleWork(Work work, ScheduleActions actions) {
        this.work = work;
        this.actions = actions;
    }

    /** How many were due. */
    int takeAll() {
        int taken = 0;
        while (takeNext()) {
            taken++;
        }
        return taken;
    }

    private boolean takeNext() {
        AtomicReference<@Nullable ScheduledData> held = new AtomicReference<>();
        try {
            return work.write(scope -> {
                Optional<ScheduledData> next = scope.stores().schedule().lockNext(scope.now());
                held.set(next.orElse(null));
                next.ifPresent(due -> actions.take(scope, due));
                return next.isPresent();
            });
        } catch (RuntimeException e) {
            ScheduledData due = held.get();
            if (due == null) {
                throw e;
            }
            return work.write(scope -> settle(scope, due, e));
        }
    }

    private static boolean settle(Scope scope, ScheduledData due, RuntimeException failure) {
        boolean refused = failure instanceof SupportException
                && !(failure instanceof Unavailable)
                && !(failure instanceof LockedByAnother);
        if (!refused && due.tries() + 1 < TRIES) {
            LOG.debug("scheduled action {} of {} is put off", due.id(), due.ticket(), failure);
            Duration pause = FIRST_PAUSE.multipliedBy(1L << due.tries());
            scope.stores().schedule().postpone(due.id(), scope.now().plus(pause));
            return true;
        }
        if (!refused) {
            LOG.warn("scheduled action {} of {} is given up", due.id(), due.ticket(), failure);
        }
        ScheduleActions.refuse(scope, due, why(failure));
        return true;
    }

    /** What staff may read: our own words, and the kind of what others throw. */
    private static String why(RuntimeException failure) {
        String message = failure instanceof SupportException ? failure.getMessage() : null;
        return message == null ? "it failed with " + failure.getClass().getSimpleName() : message;
    }
}
