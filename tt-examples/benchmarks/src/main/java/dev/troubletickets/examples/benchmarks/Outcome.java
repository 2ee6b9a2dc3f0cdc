// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a duel came to. */
record Outcome(String name, int threads, int turns, List<Round> rounds) {
    Outcome {
        rounds = List.copyOf(rounds);
    }

    /** What a block took on each side, in nanoseconds. */
    record Round(long library, long plain) {
        /** Above 1 where the library takes longer. */
        double time() {
            return (double) library / plain;
        }

        /** Above 1 where the library does more in the same time. */
        double throughput() {
            return (double) plain / library;
        }
    }

    Spread time() {
        return spread(Round::time);
    }

    Spread throughput() {
        return spread(Round::throughput);
    }

    /** Of one turn of the library, in milliseconds. */
    Spread libraryMillis() {
        return spread(round -> round.library() / 1e6 / turns * threads);
    }

    /** Of one turn by hand, in milliseconds. */
    Spread plainMillis() {
        return spread(round -> round.plain() / 1e6 / turns * threads);
    }

    /** Of the library, with so many pieces of work a turn. */
    Spread libraryRate(int each) {
        return spread(round -> each * turns * 1e9 / round.library());
    }

    Spread plainRate(int each) {
        return spread(round -> each * turns * 1e9 / round.plain());
    }

    private Spread spread(ToDoubleFunction<Round> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).toArray());
    }
}
