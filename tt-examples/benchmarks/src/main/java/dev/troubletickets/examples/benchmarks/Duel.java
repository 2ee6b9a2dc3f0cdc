// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Lets two sides work in turns, a short block each, so that whatever else the machine does meets both. Who begins changes with every
 * round. What counts is the ratio within a round.
 */
final class Duel {
    /** A block of a slow operation is one turn; this many keep a mistaken calibration of a fast one short. */
    private static final int MOST_TURNS = 200_000;

    private final Pace pace;
    private final LongSupplier nanos;

    /** @param nanos the time, in nanoseconds from any moment on */
    Duel(Pace pace, LongSupplier nanos) {
        this.pace = pace;
        this.nanos = nanos;
    }

    Outcome fight(Contest contest) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(pace.threads());
        try {
            int turns = warmUp(contest, threads);
            List<Outcome.Round> rounds = new ArrayList<>();
            for (int round = 0; round < pace.rounds(); round++) {
                rounds.add(round(contest, round % 2 == 0, turns, threads));
            }
            return new Outcome(contest.name(), pace.threads(), turns, rounds);
        } finally {
            threads.shutdownNow();
        }
    }

    private Outcome.Round round(Contest contest, boolean libraryFirst, int turns, ExecutorService threads)
            throws Exception {
        if (libraryFirst) {
            long library = block(contest.library(), turns, threads);
            return new Outcome.Round(library, block(contest.plain(), turns, threads));
        }
        long plain = block(contest.plain(), turns, threads);
        return new Outcome.Round(block(contest.library(), turns, threads), plain);
    }

    /** Runs both sides until they are warm, and finds how many turns a block has: the same for both, whatever they take. */
    private int warmUp(Contest contest, ExecutorService threads) throws Exception {
        int turns = pace.threads();
        long spent = 0;
        while (true) {
            long library = block(contest.library(), turns, threads);
            long plain = block(contest.plain(), turns, threads);
            spent += Math.min(library, plain);
            long mean = Math.max(1, (library + plain) / 2);
            double fit = (double) pace.block().toNanos() / mean;
            if (spent >= pace.warmUp().toNanos() && (fit < 2 || turns >= MOST_TURNS)) {
                return atLeastOneEach(turns * fit);
            }
            turns = atLeastOneEach(Math.min(turns * Math.min(fit, 4), MOST_TURNS));
        }
    }

    private int atLeastOneEach(double turns) {
        return Math.max(pace.threads(), (int) Math.round(turns));
    }

    private long block(Side side, int turns, ExecutorService threads) throws Exception {
        side.prepare(turns);
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> worker = () -> {
            for (int turn = next.getAndIncrement(); turn < turns; turn = next.getAndIncrement()) {
                side.act(turn);
            }
            return true;
        };
        List<Callable<Boolean>> workers = java.util.Collections.nCopies(pace.threads(), worker);
        long start = nanos.getAsLong();
        for (Future<Boolean> each : threads.invokeAll(workers)) {
            each.get();
        }
        return nanos.getAsLong() - start;
    }
}
