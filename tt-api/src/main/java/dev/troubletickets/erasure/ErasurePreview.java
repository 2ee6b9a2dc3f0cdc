// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.erasure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an erasure would touch at this moment (G12).
 *
 * @param traces how many of each kind; kinds of which there are none are absent
 */
public record ErasurePreview(Map<Trace, Long> traces) {
    public ErasurePreview {
        Map<Trace, Long> copy = new EnumMap<>(Trace.class);
        copy.putAll(traces);
        traces = Collections.unmodifiableMap(copy);
    }

    public long count(Trace trace) {
        return traces.getOrDefault(trace, 0L);
    }
}
