// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.core.mail.Watching;
import dev.troubletickets.desk.Background.Running;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.memory.InMemoryMailbox;
import dev.troubletickets.spi.mail.Mailbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes is told the moment it comes, where the server can; where it cannot, nobody waits. */
@Tag("D1")
@Timeout(60)
class WatchedMailboxTest {
    private final Impatient executor = new Impatient();
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final InMemoryMailbox mailbox = InMemoryMail.create().mailbox();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private Running watch(Mailbox what) {
        return Watching.start(List.of(what), executor, () -> news.add("news"));
    }

    private void mail() {
        mailbox.deliver("Subject: a\r\n\r\nb".getBytes(US_ASCII));
    }

    /** The executor's one thread is not needed any more. */
    private void requireFreeThread() throws Exception {
        executor.submit(() -> {}).get();
    }

    @Test
    void eachMailIsTold() throws Exception {
        try (Running watching = watch(mailbox)) {
            assertThat(news.take()).as("what came before").isNotNull();
            mail();
            news.take();
            mail();
            news.take();
        }
        requireFreeThread();
        assertThat(news).isEmpty();
    }

    @Test
    void whoClosesNeedNotWaitForMail() throws Exception {
        Running watching = watch(mailbox);
        news.take();
        watching.close();
        requireFreeThread();
        assertThat(executor.pauses).isEmpty();
    }

    @Test
    void whoHasClosedIsNotWaitedForAtAll() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        executor.execute(() -> awaitLatch(closed));
        Running watching = watch(mailbox);
        watching.close();
        closed.countDown();
        requireFreeThread();
        assertThat(news).isEmpty();
    }

    @Test
    void nobodyWaitsWhereNothingIsTold() throws Exception {
        try (Running watching = watch(new Telling(mailbox, Optional.empty()))) {
            requireFreeThread();
        }
        assertThat(news).isEmpty();
    }

    @Test
    void whatIsLostIsOpenedAgainAfterLongerAndLongerPauses() throws Exception {
        mailbox.unavailable(true);
        try (Running watching = watch(mailbox)) {
            for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
                assertThat(executor.pauses.take()).isEqualTo(Duration.ofMinutes(minutes));
            }
            mailbox.unavailable(false);
            news.take();
            mailbox.unavailable(true);
            assertThat(executor.untilMinutes(1))
                    .as("success is the end of a row of failures")
                    .isTrue();
        }
    }

    @Test
    void whatHasWaitedLongIsFollowedByAnother() throws Exception {
        BlockingQueue<Boolean> words = new LinkedBlockingQueue<>(List.of(false, true, false));
        try (Running watching = watch(new Telling(mailbox, Optional.of(words)))) {
            for (int i = 0; i < 4; i++) {
                news.take();
            }
        }
        requireFreeThread();
        assertThat(executor.pauses).isEmpty();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread, and no pauses. */
    private static final class Impatient extends ScheduledThreadPoolExecutor {
        private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();

        Impatient() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            if (delay > 0) {
                pauses.add(Duration.of(delay, unit.toChronoUnit()));
            }
            return super.schedule(command, 0, unit);
        }

        boolean untilMinutes(int minutes) throws InterruptedException {
            while (!pauses.take().equals(Duration.ofMinutes(minutes))) {
                continue;
            }
            return true;
        }
    }

    /** Answers each wait with the next word; then as the mailbox does. */
    private record Telling(InMemoryMailbox mailbox, Optional<BlockingQueue<Boolean>> words) implements Mailbox {
        @Override
        public String name() {
            return mailbox.name();
        }

        @Override
        public Session open() {
            return mailbox.open();
        }

        @Override
        public Optional<Watch> watch() {
            return words.map(queue -> new Word(queue, mailbox.watch().orElseThrow()));
        }
    }

    private record Word(BlockingQueue<Boolean> words, Mailbox.Watch otherwise) implements Mailbox.Watch {
        @Override
        public boolean await() {
            Boolean word = words.poll();
            return word == null ? otherwise.await() : word;
        }

        @Override
        public void close() {
            otherwise.close();
        }
    }
}
