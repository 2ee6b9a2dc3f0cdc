// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import dev.troubletickets.kit.TestStorage;
import dev.troubletickets.security.matrix.HiddenWorlds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few pairs of worlds that differ only in what the observer may not see, on every storage (B2): all they can ask for tells the same. */
@Tag("B2")
@Tag("C2")
@Tag("E4")
class NonInterferenceStoredTest {
    @ParameterizedTest
    @CsvSource({"ENTITLED, 1", "RESELLER, 2"})
    void whatNobodyMaySeeChangesNothingTheySee(String observer, long seed) {
        HiddenWorlds.assertAlike(TestStorage::empty, observer, seed);
    }
}
