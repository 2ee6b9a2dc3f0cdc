// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.ticket.QueueId;
import java.util.Optional;
import java.util.Set;

/** One technician on the page of administrator security (E3): profile, permissions in force, entitled queues. */
public record StaffSecurity(
        StaffId id,
        boolean mainAdministrator,
        Optional<StaffProfile> profile,
        Set<Permission> permissions,
        Set<QueueId> queues) {
    public StaffSecurity {
        permissions = Set.copyOf(permissions);
        queues = Set.copyOf(queues);
    }
}
