// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Events;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.spi.storage.CollaboratorStore.Invited;
import dev.troubletickets.spi.storage.FollowStore.Follower;
import dev.troubletickets.spi.storage.FollowStore.Kind;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Collaborator;
import dev.troubletickets.view.ConversationItem.SystemLine;
import dev.troubletickets.view.FollowedPage;
import dev.troubletickets.view.FollowedPage.Followed;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketPage;
import dev.troubletickets.view.Watcher;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Favourites, watched tickets and invitations (B13, G10), never beyond what the technician may see. */
public final class Following {
    private Following() {}

    public static FollowedPage list(Scope scope, Viewer.Staff staff, Kind kind, Optional<PageToken> from) {
        return list(scope, staff, kind.name(), scope.stores().follows().tickets(kind, staff.id()), from);
    }

    /** The tickets the technician is invited to (G10). */
    public static FollowedPage invitations(Scope scope, Viewer.Staff staff, Optional<PageToken> from) {
        return list(scope, staff, "INVITED", scope.stores().collaborators().tickets(staff.id()), from);
    }

    private static FollowedPage list(
            Scope scope, Viewer.Staff staff, String list, Map<TicketId, Instant> since, Optional<PageToken> from) {
        TicketCriteria criteria = TicketCriteria.of(staff.visibility())
                .find(new Find.Among(since.keySet()))
                .order(SortKey.MODIFIED, true);
        TicketPage page = StaffLists.page(scope, staff, list, criteria, from);
        Set<TicketId> shown = page.tickets().stream().map(StaffTicketRow::id).collect(Collectors.toSet());
        Map<TicketId, HistoryEntry> lines =
                shown.isEmpty() ? Map.of() : scope.stores().conversations().lastLines(shown);
        return new FollowedPage(
                page.tickets().stream()
                        .map(row -> new Followed(
                                row, Objects.requireNonNull(since.get(row.id())), line(lines.get(row.id()))))
                        .toList(),
                page.next());
    }

    static boolean isFavourite(Scope scope, Viewer.Staff staff, TicketId ticket) {
        return scope.stores().follows().followers(Kind.FAVOURITE, ticket).stream()
                .anyMatch(follower -> follower.staff().equals(staff.id()));
    }

    static List<Watcher> watchers(Scope scope, TicketId ticket) {
        List<Follower> all = scope.stores().follows().followers(Kind.WATCH, ticket);
        if (all.isEmpty()) {
            return List.of();
        }
        Function<StaffId, String> names = names(scope, all.stream().map(Follower::staff));
        return all.stream()
                .map(each -> new Watcher(each.staff(), names.apply(each.staff()), each.since()))
                .toList();
    }

    static List<Collaborator> collaborators(Scope scope, TicketId ticket) {
        List<Invited> all = scope.stores().collaborators().of(ticket);
        if (all.isEmpty()) {
            return List.of();
        }
        Function<StaffId, String> names = names(scope, all.stream().map(Invited::staff));
        return all.stream()
                .map(each -> new Collaborator(each.staff(), names.apply(each.staff()), each.right(), each.since()))
                .toList();
    }

    private static Function<StaffId, String> names(Scope scope, Stream<StaffId> technicians) {
        Map<StaffId, StaffProfile> profiles = scope.profiles(technicians.toList());
        return id -> Optional.ofNullable(profiles.get(id))
                .map(StaffProfile::fullName)
                .orElse(id.value());
    }

    private static Optional<SystemLine> line(@Nullable HistoryEntry entry) {
        return Optional.ofNullable(entry)
                .map(e -> new SystemLine(e.ticket(), e.at(), e.actor(), Events.read(e.type(), e.data())));
    }
}
