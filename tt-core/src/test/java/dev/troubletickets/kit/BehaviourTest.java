// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.memory.MovableClock;
import dev.troubletickets.spi.storage.Storage;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the center does, seen through its desks alone, on any storage. A subclass may say on which and may wire more in; the
 * {@link Invariants} are checked after each test.
 */
@ExtendWith(Invariants.class)
public abstract class BehaviourTest {
    protected final TestCenter center = TestCenter.on(storage(), this::wire);
    protected final MovableClock clock = center.clock();
    protected final CustomerDesk jane = center.jane();
    protected final CustomerDesk mary = center.mary();
    protected final StaffDesk john = center.john();
    protected final StaffDesk kate = center.kate();
    protected final StaffDesk anna = center.anna();

    /** An empty storage, called once a test while the test is being made. */
    protected Storage storage() {
        return TestStorage.empty();
    }

    /** Wires more in, called once a test while the test is being made. */
    protected void wire(SupportCenter.Builder builder) {
        // the center as it is
    }
}
