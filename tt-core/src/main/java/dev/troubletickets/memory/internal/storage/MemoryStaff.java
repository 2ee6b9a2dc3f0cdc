// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.StaffStore;
import dev.troubletickets.ticket.QueueId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of staff. For use inside a unit of work alone. */
final class MemoryStaff implements StaffStore {
    private static final StaffData NOTHING = new StaffData(Optional.empty(), Set.of(), Map.of());

    private final Tables tables;

    MemoryStaff(Tables tables) {
        this.tables = tables;
    }

    /** Without the queues that are gone. */
    @Override
    public StaffData find(StaffId id) {
        StaffData stored = stored(id);
        Set<QueueId> queues =
                stored.queues().stream().filter(tables.queues::has).collect(Collectors.toSet());
        return new StaffData(
                stored.profile(),
                queues,
                stored.decided(),
                stored.preferences(),
                MemoryCollaborators.rights(tables, id));
    }

    @Override
    public Map<StaffId, StaffData> findAll(Collection<StaffId> ids) {
        Map<StaffId, StaffData> all = new HashMap<>();
        ids.forEach(id -> all.put(id, find(id)));
        return all;
    }

    @Override
    public Map<StaffId, StaffProfile> profiles(Collection<StaffId> ids) {
        Map<StaffId, StaffProfile> profiles = new HashMap<>();
        ids.forEach(id -> stored(id).profile().ifPresent(profile -> profiles.put(id, profile)));
        return profiles;
    }

    @Override
    public Map<StaffId, StaffProfile> withNotices() {
        Map<StaffId, StaffProfile> profiles = new HashMap<>();
        tables.staff
                .entries()
                .forEach(row -> row.getValue()
                        .profile()
                        .filter(profile -> !profile.notices().isEmpty())
                        .ifPresent(profile -> profiles.put(row.getKey(), profile)));
        return profiles;
    }

    @Override
    public void saveProfile(StaffId id, StaffProfile profile) {
        StaffData stored = stored(id);
        tables.staff.put(
                id,
                new StaffData(Optional.of(profile), stored.queues(), stored.decided(), stored.preferences(), Map.of()));
    }

    @Override
    public void savePreferences(StaffId id, String preferences) {
        StaffData stored = stored(id);
        tables.staff.put(id, new StaffData(stored.profile(), stored.queues(), stored.decided(), preferences, Map.of()));
    }

    @Override
    public List<StaffId> entitledTo(QueueId queue) {
        return tables.staff.entries().stream()
                .filter(row -> row.getValue().queues().contains(queue))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void entitle(StaffId id, Set<QueueId> queues) {
        StaffData stored = stored(id);
        tables.staff.put(id, new StaffData(stored.profile(), queues, stored.decided(), stored.preferences(), Map.of()));
    }

    @Override
    public void decide(StaffId id, Permission permission, boolean given) {
        StaffData stored = stored(id);
        Map<Permission, Boolean> decided = new HashMap<>(stored.decided());
        decided.put(permission, given);
        tables.staff.put(id, new StaffData(stored.profile(), stored.queues(), decided, stored.preferences(), Map.of()));
    }

    private StaffData stored(StaffId id) {
        return tables.staff.find(id).orElse(NOTHING);
    }
}
