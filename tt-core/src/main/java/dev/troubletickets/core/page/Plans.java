// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.KeptAnswer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.view.Scheduled;
import dev.troubletickets.view.Scheduled.Besides;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
                .map(action -> view(action, profiles.get(action.by()), cancels(staff, family, action)))
                .toList();
    }

    private static boolean cancels(Viewer.Staff staff, Family family, ScheduledData action) {
        boolean handles = staff.reach(family.root()) == Reach.HANDLE;
        return action.by().equals(staff.id())
                ? handles || action.action().kind() == ScheduledAction.Kind.ANSWER
                : handles && staff.has(Permission.CANCEL_SCHEDULED);
    }

    private static Scheduled view(ScheduledData action, @Nullable StaffProfile author, boolean cancellable) {
        return new Scheduled(
                new ScheduledId(action.ticket(), action.id()),
                action.at(),
                shown(action.action()),
                action.by(),
                author == null ? action.by().value() : author.fullName(),
                Optional.ofNullable(action.refused()),
                cancellable,
                Optional.of(action)
                        .filter(each -> each.action().kind() == ScheduledAction.Kind.ANSWER)
                        .map(KeptAnswer::of)
                        .map(Plans::besides));
    }

    private static Besides besides(KeptAnswer answer) {
        return new Besides(
                answer.cc(),
                answer.files().stream().map(KeptAnswer.Name::name).toList(),
                answer.note(),
                switch (answer.then()) {
                    case CLOSE -> Optional.of(true);
                    case KEEP_OPEN -> Optional.of(false);
                    case AUTO_CLOSE -> Optional.empty();
                },
                answer.sticky(),
                answer.priority(),
                Optional.ofNullable(answer.encryptedTo()));
    }

    private static ScheduledAction shown(ScheduledAction action) {
        return new ScheduledAction(
                action.kind(),
                action.technician(),
                action.text().map(text -> EncryptedBlocks.in(text).shown().text()),
                action.droppedBy());
    }
}
