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

    private static final String ALL = "";

    private final Cache<StaffId, Optional<StaffProfile>> remembered;
    /** Of those who want to be told of anything. */
    private final Cache<String, Map<StaffId, StaffProfile>> told;

    Profiles(Clock clock) {
        remembered = cache(clock).maximumSize(MOST_REMEMBERED).build();
        told = cache(clock).build();
    }

    private static Caffeine<Object, Object> cache(Clock clock) {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run);
    }

    Map<StaffId, StaffProfile> of(Collection<StaffId> ids, StaffStore store) {
        Map<StaffId, StaffProfile> found = new HashMap<>();
        remembered
                .getAll(ids, unknown -> load(unknown, store))
                .forEach((id, profile) -> profile.ifPresent(known -> found.put(id, known)));
        return found;
    }

    /** The profiles of those who want to be told of anything (D12). */
    Map<StaffId, StaffProfile> withNotices(StaffStore store) {
        return told.get(ALL, all -> store.withNotices());
    }

    public void forget(StaffId id) {
        told.invalidateAll();
        remembered.invalidate(id);
    }

    private static Map<StaffId, Optional<StaffProfile>> load(Iterable<? extends StaffId> ids, StaffStore store) {
        Map<StaffId, Optional<StaffProfile>> all = new HashMap<>();
        ids.forEach(id -> all.put(id, Optional.empty()));
        store.profiles(all.keySet()).forEach((id, profile) -> all.put(id, Optional.of(profile)));
        return all;
    }
}
