// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.view.Scheduled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is scheduled for a ticket (G9). A ticket without such does not ask the storage. */
final class Plans {
    private Plans() {}

    static List<Scheduled> of(Scope scope, Viewer.Staff staff, TicketData ticket) {
        if (ticket.scheduled() == 0) {
            return List.of();
        }
        List<ScheduledData> actions = scope.stores().schedule().of(ticket.id());
        Set<StaffId> authors = actions.stream().map(ScheduledData::by).collect(Collectors.toSet());
        Map<StaffId, StaffProfile> profiles = scope.stores().staff().profiles(authors);
        return actions.stream()
                .map(action -> new Scheduled(
                        new ScheduledId(ticket.id(), action.id()),
                        action.at(),
                        action.action(),
                        action.by(),
                        Optional.ofNullable(profiles.get(action.by()))
                                .map(StaffProfile::fullName)
                                .orElse(action.by().value()),
                        Optional.ofNullable(action.refused()),
                        staff.reach(ticket) == Reach.HANDLE
                                && (action.by().equals(staff.id()) || staff.has(Permission.CANCEL_SCHEDULED))))
                .toList();
    }
}
