// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

/**
 * A technician as the host knows them (E1). The main administrator sees every ticket and holds every permission; others hold what
 * was given to them (E3).
 */
public record StaffMember(StaffId id, boolean mainAdministrator) {
    public static StaffMember technician(String id) {
        return new StaffMember(StaffId.of(id), false);
    }

    public static StaffMember mainAdministrator(String id) {
        return new StaffMember(StaffId.of(id), true);
    }
}
