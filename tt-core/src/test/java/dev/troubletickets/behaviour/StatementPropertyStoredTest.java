// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import dev.troubletickets.core.money.MoneyWorld;
import dev.troubletickets.kit.TestStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few histories of prices, tickets and corrections on every storage (E5): statements are what a slow recomputation says. */
@Tag("E5")
class StatementPropertyStoredTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void statementsAreWhatARecomputationSays(long seed) {
        MoneyWorld.assertRecomputed(TestStorage.empty(), seed, 50);
    }
}
