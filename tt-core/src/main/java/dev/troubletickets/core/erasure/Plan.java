// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.erasure;

import dev.troubletickets.erasure.Trace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is to be erased in one unit of work: counted at once, and done only if somebody says so. */
final class Plan {
    private final Map<Trace, Long> counts = new EnumMap<>(Trace.class);
    private final List<Runnable> acts = new ArrayList<>();
    private final List<Runnable> more = new ArrayList<>();

    void add(Trace trace, Runnable act) {
        add(trace, 1, act);
    }

    /** Without effect where there are none. */
    void add(Trace trace, long count, Runnable act) {
        if (count > 0) {
            counts.merge(trace, count, Long::sum);
            acts.add(act);
        }
    }

    /** What is done besides, and is no reason to do anything. */
    void besides(Runnable act) {
        more.add(act);
    }

    boolean isEmpty() {
        return acts.isEmpty();
    }

    Map<Trace, Long> counts() {
        return counts;
    }

    void carryOut() {
        acts.forEach(Runnable::run);
        more.forEach(Runnable::run);
    }
}
