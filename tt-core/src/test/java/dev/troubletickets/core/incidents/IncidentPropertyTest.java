// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.kit.Cast;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;

/** Whatever is granted, opened, changed, merged, deleted and over, in any order: the balance is that of counting one by one (E6). */
@Tag("E6")
class IncidentPropertyTest {
    @Property(tries = 150)
    void balancesAreThoseOfCountingOneByOne(@ForAll("steps") List<Step> steps) {
        IncidentWorld world = new IncidentWorld();
        int number = 0;
        for (Step step : steps) {
            world.take(step);
            number++;
            assertThat(world.balance(Cast.JANE.id()))
                    .as("after %s", steps.subList(0, number))
                    .isEqualTo(world.counted());
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Step.Act.class),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    /**
     * @param which pack, ticket or queue
     * @param much how many, or how long
     */
    record Step(Act act, int which, int much) {
        enum Act {
            GRANT,
            GRANT_OF_QUEUE,
            GRANT_FOR_DAYS,
            WITHDRAW,
            OPEN,
            OPEN_BY_STAFF,
            CHANGE,
            RETURN,
            MERGE,
            UNDO,
            DELETE,
            WAIT
        }
    }
}
