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
 */
public record ErasureJob(
        ErasureId id,
        StaffId by,
        Optional<AccountId> account,
        Instant startedAt,
        State state,
        Map<Trace, Long> traces) {
    /** Where it stands. */
    public enum State {
        WORKING,
        DONE
    }

    public ErasureJob {
        Map<Trace, Long> copy = new EnumMap<>(Trace.class);
        copy.putAll(traces);
        traces = Collections.unmodifiableMap(copy);
    }

    public long count(Trace trace) {
        return traces.getOrDefault(trace, 0L);
    }
}
