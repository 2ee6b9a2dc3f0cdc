// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one write of a ticket counts, as it is kept with the first line of its history. It names nobody but staff and resellers, and stays when
 * the ticket is deleted.
 *
 * @param first how long the first answer took, if it came
 * @param resolution how long the resolution took, if it came
 * @param stars of a rating; 0 for none
 * @param former the rating that this one replaces, and when it counted
 */
record Counted(
        Place place,
        boolean opened,
        boolean answered,
        @Nullable Took first,
        @Nullable Took resolution,
        boolean reopened,
        int stars,
        @Nullable Former former) {
    /** Where the ticket was then, and in whose hands. */
    record Place(
            long queue,
            @Nullable String technician,
            String channel,
            @Nullable String category,
            @Nullable String reseller) {}

    /** In seconds. */
    record Took(long seconds, long working) {}

    record Former(Instant at, Place place, int stars) {}

    boolean isNothing() {
        return !opened && !answered && resolution == null && !reopened && stars == 0;
    }
}
