// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the command line asks for.
 *
 * @param sizes how many tickets there are, ascending
 * @param rounds pairs of blocks of each duel
 * @param threads how many work at once in the writes
 * @param only some of reads, writes, mail and statistics
 * @param named a part of the names of the operations to measure
 */
record Options(List<Integer> sizes, int rounds, List<Integer> threads, List<String> only, String named) {
    private static final int ROUNDS = 21;

    static Options ofProperties() {
        return new Options(
                numbers("benchmarks.sizes", "10000,100000"),
                Integer.getInteger("benchmarks.rounds", ROUNDS),
                numbers("benchmarks.threads", "1,4,8"),
                Arrays.asList(System.getProperty("benchmarks.only", "reads,writes,mail")
                        .split(",")),
                System.getProperty("benchmarks.named", ""));
    }

    Pace pace() {
        return new Pace(1, rounds, Duration.ofMillis(200), Duration.ofSeconds(1));
    }

    /** Before the first duel, for all operations together. */
    Duration warmUp() {
        return Duration.ofSeconds(Integer.getInteger("benchmarks.warmup", 180));
    }

    boolean asksFor(Contest contest) {
        return contest.name().contains(named);
    }

    /** The command that asks for this. */
    String command() {
        String all = sizes.stream().map(String::valueOf).collect(Collectors.joining(","));
        String some = only.contains("statistics") ? " -Dbenchmarks.only=" + String.join(",", only) : "";
        String fewer = rounds == ROUNDS ? "" : " -Dbenchmarks.rounds=" + rounds;
        return "./mvnw -q -Pbenchmarks -Dbenchmarks.sizes=" + all + some + fewer;
    }

    int smallest() {
        return sizes.get(0);
    }

    int largest() {
        return sizes.get(sizes.size() - 1);
    }

    private static List<Integer> numbers(String property, String otherwise) {
        return Arrays.stream(System.getProperty(property, otherwise).split(","))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }
}
