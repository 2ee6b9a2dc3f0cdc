// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.assign;

import dev.troubletickets.people.StaffId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose turn it is (B14): pure functions. */
final class Turns {
    private Turns() {}

    /**
     * The technicians in the order in which it is their turn.
     *
     * @param staff everyone on the staff, in the directory's order
     * @param last whose turn it was before; with nobody, or one who has left, the first begins
     */
    static List<StaffId> order(List<StaffId> staff, Optional<StaffId> last) {
        int after = last.map(staff::indexOf).orElse(-1) + 1;
        List<StaffId> order = new ArrayList<>(staff.subList(after, staff.size()));
        order.addAll(staff.subList(0, after));
        return order;
    }

    /** The one with the fewest tickets in hand, the first among equals. */
    static Optional<StaffId> leastLoaded(Stream<StaffId> inTurn, Map<StaffId, Long> inHand) {
        return inTurn.min(Comparator.comparingLong(id -> inHand.getOrDefault(id, 0L)));
    }
}
