// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.SidesWorld;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few worlds of {@link VisibilityLawTest} on every storage (B2, E4). */
@Tag("E4")
@Tag("B2")
@Tag("C3")
class VisibilityLawStoredTest extends BehaviourTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyPathIsAsTheModelSays(long seed) {
        SidesWorld world = SidesWorld.in(center, new Random(seed));
        world.offer();
        VisibilityLawTest.assertAsModelled(world);
        world.offer();
        VisibilityLawTest.assertAsModelled(world);
        center.run();
        VisibilityLawTest.assertAsModelled(world);
    }
}
