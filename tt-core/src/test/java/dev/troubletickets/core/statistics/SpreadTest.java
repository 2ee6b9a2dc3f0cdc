// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.core.statistics.Spread.Measure;
import dev.troubletickets.statistics.Percentiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Percentiles from spreads are those of the durations themselves, within 2.5 % (E10). */
@Tag("E10")
class SpreadTest {
    @Property
    void percentilesAreWithinTheirError(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 40_000_000) Long> seconds) {
        Spread whole = new Spread();
        Spread first = new Spread();
        Spread second = new Spread();
        seconds.forEach(each -> whole.add(Measure.RESOLUTION, each));
        for (int i = 0; i < seconds.size(); i++) {
            (i % 2 == 0 ? first : second).add(Measure.RESOLUTION, seconds.get(i));
        }
        Spread added = new Spread();
        added.add(first.text());
        added.add(second.text());

        assertThat(added.text()).isEqualTo(whole.text());
        SpreadSum sum = new SpreadSum();
        sum.add(1, first.text());
        sum.add(-1, first.text());
        sum.add(1, added.text());
        Percentiles found = sum.percentiles(Measure.RESOLUTION);
        assertNear(found.half(), nearestRank(seconds, 50));
        assertNear(found.threeQuarters(), nearestRank(seconds, 75));
        assertNear(found.p90(), nearestRank(seconds, 90));
        assertNear(found.p95(), nearestRank(seconds, 95));
        assertThat(sum.percentiles(Measure.FIRST_ANSWER).half()).isEmpty();
    }

    private static long nearestRank(List<Long> seconds, int percent) {
        List<Long> sorted = seconds.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }

    private static void assertNear(Optional<Duration> found, long exact) {
        double error = Math.abs(found.orElseThrow().getSeconds() - (double) exact);
        assertThat(error).as("%s for %s", found, exact).isLessThanOrEqualTo(0.025 * exact + 1);
    }
}
