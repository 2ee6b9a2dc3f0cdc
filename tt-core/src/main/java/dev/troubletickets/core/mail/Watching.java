// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.work.Backoff;
import dev.troubletickets.desk.Background.Running;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Watch;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits at the mailboxes whose servers tell of new mail (D1). It takes none: it only says when, so nothing is lost if a word of the server
 * is, and any number of nodes may wait at one mailbox.
 */
public final class Watching implements Running {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(15));

    private final ScheduledExecutorService executor;
    private final Runnable news;
    private final Set<Watch> waiting = new HashSet<>();
    private boolean closed;

    private Watching(ScheduledExecutorService executor, Runnable news) {
        this.executor = executor;
        this.news = news;
    }

    /** @param news is run when a server has told of some, and whenever waiting begins, for what came before that; never throws */
    public static Running start(List<Mailbox> mailboxes, ScheduledExecutorService executor, Runnable news) {
        Watching watching = new Watching(executor, news);
        mailboxes.forEach(mailbox -> executor.execute(() -> watching.watch(mailbox, 0)));
        return watching;
    }

    private void watch(Mailbox mailbox, int failures) {
        int failed = failures;
        try {
            Optional<Watch> watch = open(mailbox);
            while (watch.isPresent()) {
                failed = 0;
                await(watch.get());
                watch = open(mailbox);
            }
        } catch (RuntimeException | Error failure) {
            again(mailbox, failed, failure);
        }
    }

    private void await(Watch watch) {
        try (watch) {
            boolean goesOn;
            do {
                news.run();
                goesOn = watch.await();
            } while (goesOn);
        } finally {
            forget(watch);
        }
    }

    /** Empty if the server tells of nothing, or nobody wants to know any more. */
    private Optional<Watch> open(Mailbox mailbox) {
        if (isClosed()) {
            return Optional.empty();
        }
        Optional<Watch> watch = mailbox.watch();
        if (watch.isPresent() && !remember(watch.get())) {
            watch.get().close();
            return Optional.empty();
        }
        return watch;
    }

    private void again(Mailbox mailbox, int failures, Throwable failure) {
        if (isClosed()) {
            return;
        }
        Duration pause = BACKOFF.after(failures);
        LOG.warn("mailbox {} cannot be watched, again in {}: {}", mailbox.name(), pause, failure.getMessage());
        try {
            ScheduledFuture<?> unused =
                    executor.schedule(() -> watch(mailbox, failures + 1), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException isShutDown) {
            LOG.debug("mailbox {} is watched no more, as the executor is shut down", mailbox.name());
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean remember(Watch watch) {
        return !closed && waiting.add(watch);
    }

    private synchronized void forget(Watch watch) {
        waiting.remove(watch);
    }

    @Override
    public void close() {
        List<Watch> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(waiting);
        }
        open.forEach(Watch::close);
    }
}
