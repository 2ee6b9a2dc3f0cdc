// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.erasure;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * An erasure and how far it is (G12). It holds no name and no address.
 *
 * @param account whose, if an account was erased
 * @param traces how many of each kind were touched until now; kinds of which there were none are absent
 * @param stuck why it does not get on, though it is tried again every two minutes; empty while it does
 */
public record ErasureJob(
        ErasureId id,
        StaffId by,
        Optional<AccountId> account,
        Instant startedAt,
        State state,
        Map<Trace, Long> traces,
        Optional<Stuck> stuck) {
    /** Where it stands. */
    public enum State {
        WORKING,
        DONE
    }

    /**
     * What fails, and since when it does.
     *
     * @param what the place and the kind of failure, such as {@code behind ticket 12: IllegalStateException}; never anybody's words
     */
    public record Stuck(Instant since, String what) {}

    public ErasureJob {
        Map<Trace, Long> copy = new EnumMap<>(Trace.class);
        copy.putAll(traces);
        traces = Collections.unmodifiableMap(copy);
    }

    public long count(Trace trace) {
        return traces.getOrDefault(trace, 0L);
    }
}
