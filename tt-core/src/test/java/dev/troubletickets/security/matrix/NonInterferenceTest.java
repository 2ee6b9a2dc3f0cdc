// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.security.matrix.HiddenWorlds.Step;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Threat 13: of two worlds that differ only in what somebody may not see, everything they can ask for or try tells the same. */
@Tag("B2")
@Tag("E3")
@Tag("E4")
class NonInterferenceTest {
    @Property(tries = 60)
    void whatNobodyMaySeeChangesNothingTheySee(
            @ForAll("observers") Who who, @ForAll("steps") List<Step> here, @ForAll("steps") List<Step> there) {
        HiddenWorlds.assertAlike(
                HiddenWorlds.told(InMemoryStorage.create(), who, here),
                HiddenWorlds.told(InMemoryStorage.create(), who, there));
    }

    /** Whatever has become of the very ticket that is named: locked, merged away, deleted, … */
    @Example
    void noneOfTheActsChangesAnything() {
        for (Who who : List.of(Who.OWNER, Who.RESELLER, Who.NOT_ENTITLED)) {
            var bare = HiddenWorlds.told(InMemoryStorage.create(), who, List.of());
            for (HiddenAct act : HiddenAct.values()) {
                HiddenWorlds.assertAlike(
                        HiddenWorlds.told(InMemoryStorage.create(), who, List.of(new Step(act, 0))), bare);
            }
        }
    }

    @Provide
    Arbitrary<Who> observers() {
        return Arbitraries.of(HiddenWorlds.observers());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(HiddenAct.class), Arbitraries.integers().between(0, 2))
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }
}
