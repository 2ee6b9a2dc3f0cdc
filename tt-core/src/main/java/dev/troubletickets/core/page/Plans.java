// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.view.Scheduled;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is scheduled for a ticket (G9). A ticket without such does not ask the storage. */
final class Plans {
    private Plans() {}

    /** With the answers that wait in tickets of other customers. */
    static List<Scheduled> of(Scope scope, Viewer.Staff staff, Family family) {
        List<ScheduledData> actions = family.all().stream()
                .filter(ticket -> ticket.scheduled() > 0)
                .flatMap(ticket -> scope.stores().schedule().of(ticket.id()).stream())
                .sorted(Comparator.comparing(ScheduledData::at).thenComparing(ScheduledData::id))
                .toList();
        if (actions.isEmpty()) {
            return List.of();
        }
        Set<StaffId> authors = actions.stream().map(ScheduledData::by).collect(Collectors.toSet());
        Map<StaffId, StaffProfile> profiles = scope.stores().staff().profiles(authors);
        return actions.stream()
                .map(action -> new Scheduled(
                        new ScheduledId(action.ticket(), action.id()),
                        action.at(),
                        action.action(),
                        action.by(),
                        Optional.ofNullable(profiles.get(action.by()))
                                .map(StaffProfile::fullName)
                                .orElse(action.by().value()),
                        Optional.ofNullable(action.refused()),
                        staff.reach(family.root()) == Reach.HANDLE
                                && (action.by().equals(staff.id()) || staff.has(Permission.CANCEL_SCHEDULED))))
                .toList();
    }
}
