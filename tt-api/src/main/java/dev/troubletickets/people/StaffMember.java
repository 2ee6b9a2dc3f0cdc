// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

import java.util.Optional;

/**
 * A technician as the host knows them (E1). The main administrator sees every ticket of their side and holds every permission; others
 * hold what was given to them (E3).
 *
 * @param reseller whose staff they are; the provider's, if empty. A reseller's main administrator holds the permissions that concern
 *     tickets, and no other (E4)
 */
public record StaffMember(StaffId id, boolean mainAdministrator, Optional<ResellerId> reseller) {
    /** Of the provider's staff. */
    public StaffMember(StaffId id, boolean mainAdministrator) {
        this(id, mainAdministrator, Optional.empty());
    }

    public static StaffMember technician(String id) {
        return new StaffMember(StaffId.of(id), false);
    }

    public static StaffMember mainAdministrator(String id) {
        return new StaffMember(StaffId.of(id), true);
    }

    public StaffMember of(ResellerId whose) {
        return new StaffMember(id, mainAdministrator, Optional.of(whose));
    }
}
