// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Time is a counter here, which the sides move on by what they take. */
class DuelTest {
    private static final Pace PACE = new Pace(1, 9, Duration.ofMillis(10), Duration.ofMillis(20));
    private static final Target NO_SLOWER = Target.atLeast(0.9);

    private final AtomicLong time = new AtomicLong();

    @Test
    void aSideThatIsSlowedDownIsReportedAsSlow() throws Exception {
        Outcome outcome = duel().fight(new Contest("slowed down", taking(150_000), taking(100_000)));

        assertThat(outcome.throughput().median()).isCloseTo(0.67, within(0.01));
        assertThat(outcome.time().median()).isCloseTo(1.5, within(0.01));
        assertThat(NO_SLOWER.isMet(outcome.throughput())).isFalse();
    }

    @Test
    void equalSidesAreReportedAsEqual() throws Exception {
        Outcome outcome = duel().fight(new Contest("equal", taking(100_000), taking(100_000)));

        assertThat(outcome.time().median()).isCloseTo(1, within(0.01));
        assertThat(NO_SLOWER.isMet(outcome.throughput())).isTrue();
    }

    @Test
    void aMachineThatSlowsDownMeanwhileChangesNothing() throws Exception {
        Side library = turn -> time.addAndGet(2 * drifting());
        Side plain = turn -> time.addAndGet(drifting());

        Outcome outcome = duel().fight(new Contest("drifting", library, plain));

        assertThat(outcome.time().median()).isCloseTo(2, within(0.1));
    }

    @Test
    void whoBeginsChangesWithEveryRound() throws Exception {
        List<String> began = new ArrayList<>();
        Side library = remembering("library", began);
        Side plain = remembering("plain", began);

        new Duel(new Pace(1, 4, Duration.ofMillis(10), Duration.ZERO), time::get)
                .fight(new Contest("alternating", library, plain));

        assertThat(began.subList(began.size() - 8, began.size()))
                .containsExactly("library", "plain", "plain", "library", "library", "plain", "plain", "library");
    }

    @Test
    void aSideThatFailsEndsTheRun() {
        Side failing = turn -> {
            throw new IllegalStateException("broken");
        };

        assertThatThrownBy(() -> duel().fight(new Contest("failing", failing, taking(1))))
                .hasRootCauseMessage("broken");
    }

    @Test
    void aFigureShortOfItsTargetSaysSo() {
        Figure figure = new Figure("Writes", "open", Spread.of(0.5, 0.6, 0.7, 0.8, 0.9), NO_SLOWER);

        assertThat(figure.line()).isEqualTo("| open | 0.70 | 0.60 – 0.80 | ≥ 0.9 | **no** |");
    }

    private Duel duel() {
        return new Duel(PACE, time::get);
    }

    private Side taking(long nanos) {
        return turn -> time.addAndGet(nanos);
    }

    /** Ever longer: twice as long after a second as at the start. */
    private long drifting() {
        return 100_000 + time.get() / 10_000;
    }

    private Side remembering(String name, List<String> began) {
        return new Side() {
            @Override
            public void prepare(int turns) {
                began.add(name);
            }

            @Override
            public void act(int turn) {
                time.addAndGet(100_000);
            }
        };
    }
}
