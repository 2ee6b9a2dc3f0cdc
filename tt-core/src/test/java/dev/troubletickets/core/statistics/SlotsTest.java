// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.core.statistics.Slots.Part;
import dev.troubletickets.spi.storage.StatisticsStore.Grain;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;

/** A stretch of time is what its parts make together (E10). */
@Tag("E10")
class SlotsTest {
    private static final long QUARTER = 900;
    private static final List<List<Grain>> CHAINS = List.of(
            List.of(Grain.MONTH, Grain.DAY, Grain.QUARTER),
            List.of(Grain.DAY, Grain.SIX_HOURS, Grain.HOUR, Grain.QUARTER),
            List.of(Grain.QUARTER));

    @Property(tries = 500)
    void partsCountEveryQuarterInsideOnceAndNoneOutside(
            @ForAll @IntRange(min = 1, max = 20_000) int begin,
            @ForAll @IntRange(max = 12_000) int length,
            @ForAll @IntRange(max = 2) int chain) {
        Instant from = at(begin);
        List<Part> parts = Slots.parts(from, at(begin + length), CHAINS.get(chain));
        Map<Long, Integer> counted = new HashMap<>();
        Set<Object> slots = new HashSet<>();
        for (Part part : parts) {
            for (long slot = part.span().from(); slot < part.span().until(); slot++) {
                assertThat(slots.add(List.of(part.sign(), part.grain(), slot)))
                        .as("no time is counted twice the same way")
                        .isTrue();
                count(part, slot, counted);
            }
        }
        counted.values().removeIf(times -> times == 0);

        assertThat(counted).hasSize(length);
        for (int quarter = begin; quarter < begin + length; quarter++) {
            assertThat(counted).containsEntry(number(at(quarter)), 1);
        }
    }

    @Example
    void theShorterPieceIsReadAtAnEdge() {
        ZoneId kolkata = ZoneId.of("Asia/Kolkata");
        Instant begin = LocalDate.of(2025, 1, 1).atStartOfDay(kolkata).toInstant();
        Instant end = LocalDate.of(2026, 1, 1).atStartOfDay(kolkata).toInstant();

        assertThat(read(Slots.parts(begin, end, CHAINS.get(0))))
                .isEqualTo(Map.of(Grain.MONTH, 12L, Grain.QUARTER, 44L));
        assertThat(read(Slots.parts(begin, end, CHAINS.get(1))))
                .isEqualTo(Map.of(Grain.DAY, 365L, Grain.SIX_HOURS, 2L, Grain.QUARTER, 4L));
    }

    private static Map<Grain, Long> read(List<Part> parts) {
        Map<Grain, Long> read = new HashMap<>();
        parts.forEach(part ->
                read.merge(part.grain(), part.span().until() - part.span().from(), Long::sum));
        return read;
    }

    private static void count(Part part, long slot, Map<Long, Integer> counted) {
        for (long quarter = first(part.grain(), slot); quarter < first(part.grain(), slot + 1); quarter++) {
            counted.merge(quarter, part.sign(), Integer::sum);
        }
    }

    private static long first(Grain grain, long slot) {
        return switch (grain) {
            case QUARTER -> slot;
            case HOUR -> slot * 4;
            case SIX_HOURS -> slot * 24;
            case DAY -> slot * 96;
            case MONTH ->
                LocalDate.of((int) (slot / 12), (int) (slot % 12) + 1, 1).toEpochDay() * 96;
        };
    }

    /** From 2025 on. */
    private static Instant at(int quarter) {
        return Instant.parse("2025-01-01T00:00:00Z").plusSeconds(quarter * QUARTER);
    }

    private static long number(Instant at) {
        return at.getEpochSecond() / QUARTER;
    }
}
