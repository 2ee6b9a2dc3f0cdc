// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.bulk;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.Search;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A mass action and how far it is (C5).
 *
 * @param search what its tickets were found by; empty for a selection
 * @param tickets how many there are; it grows while they are being collected
 * @param outcomes how many tickets came out how; results that no ticket has are absent
 */
public record BulkJob(
        BulkJobId id,
        StaffId owner,
        BulkAction action,
        Optional<Search> search,
        Instant startedAt,
        State state,
        long tickets,
        Map<BulkOutcome.Result, Long> outcomes) {
    /** Where it stands. */
    public enum State {
        /** The numbers of the tickets that fit are being noted; nothing is done to any yet. */
        COLLECTING,
        WORKING,
        /** Every ticket has its outcome. */
        DONE,
        /** Someone cancelled it; what was done stays done. */
        CANCELLED,
        /** Its owner is no longer on the staff; what was done stays done. */
        ORPHANED;

        public boolean isOver() {
            return this != COLLECTING && this != WORKING;
        }
    }

    public BulkJob {
        Map<BulkOutcome.Result, Long> copy = new EnumMap<>(BulkOutcome.Result.class);
        copy.putAll(outcomes);
        outcomes = Collections.unmodifiableMap(copy);
    }

    public long count(BulkOutcome.Result result) {
        return outcomes.getOrDefault(result, 0L);
    }

    /** How many tickets have their outcome. */
    public long settled() {
        return tickets - count(BulkOutcome.Result.WAITING);
    }
}
