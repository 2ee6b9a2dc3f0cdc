// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the library itself knows of staff; who they are the host knows. */
public interface StaffStore {
    /** For anyone, also those never heard of, who have nothing. */
    StaffData find(StaffId id);

    /** The same for each of several, in one question. */
    Map<StaffId, StaffData> findAll(Collection<StaffId> ids);

    /** The profiles there are. */
    Map<StaffId, StaffProfile> profiles(Collection<StaffId> ids);

    /** The profiles of those who want to be told of anything (D12). */
    Map<StaffId, StaffProfile> withNotices();

    void saveProfile(StaffId id, StaffProfile profile);

    /** Replaces what the technician prefers, JSON in words of the core's own (E11). */
    void savePreferences(StaffId id, String preferences);

    /** The technicians entitled to the queue, in no particular order; the host may no longer know some. */
    List<StaffId> entitledTo(QueueId queue);

    /** Replaces the queues the technician is entitled to. */
    void entitle(StaffId id, Set<QueueId> queues);

    /** Remembers that a permission was given (true) or taken (false). */
    void decide(StaffId id, Permission permission, boolean given);

    /**
     * @param decided what was given or taken, over the defaults
     * @param preferences absent if none were ever saved
     * @param invitations the tickets the technician is invited to (G10), as {@link CollaboratorStore} has noted them
     */
    record StaffData(
            Optional<StaffProfile> profile,
            Set<QueueId> queues,
            Map<Permission, Boolean> decided,
            @Nullable String preferences,
            Map<TicketId, CollaboratorRight> invitations) {
        public StaffData {
            queues = Set.copyOf(queues);
            decided = Map.copyOf(decided);
            invitations = Map.copyOf(invitations);
        }

        /** Invited to nothing, and without preferences. */
        public StaffData(Optional<StaffProfile> profile, Set<QueueId> queues, Map<Permission, Boolean> decided) {
            this(profile, queues, decided, null, Map.of());
        }
    }
}
