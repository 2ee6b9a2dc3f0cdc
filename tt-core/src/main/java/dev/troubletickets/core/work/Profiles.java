// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.spi.storage.StaffStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How technicians present themselves, for pages that name them: remembered for five seconds of the clock, what this node saves not at all.
 * What a technician may do is never decided by it.
 */
public final class Profiles {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 1_000;

    private final Cache<StaffId, Optional<StaffProfile>> remembered;

    Profiles(Clock clock) {
        remembered = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST_REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    Map<StaffId, StaffProfile> of(Collection<StaffId> ids, StaffStore store) {
        Map<StaffId, StaffProfile> found = new HashMap<>();
        remembered
                .getAll(ids, unknown -> load(unknown, store))
                .forEach((id, profile) -> profile.ifPresent(known -> found.put(id, known)));
        return found;
    }

    public void forget(StaffId id) {
        remembered.invalidate(id);
    }

    private static Map<StaffId, Optional<StaffProfile>> load(Iterable<? extends StaffId> ids, StaffStore store) {
        Map<StaffId, Optional<StaffProfile>> all = new HashMap<>();
        ids.forEach(id -> all.put(id, Optional.empty()));
        store.profiles(all.keySet()).forEach((id, profile) -> all.put(id, Optional.of(profile)));
        return all;
    }
}
