// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.spi.storage.PresenceStore.DraftData;
import dev.troubletickets.spi.storage.PresenceStore.Presence;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Draft;
import dev.troubletickets.view.Onlooker;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who else is at a ticket, and the answers not yet sent (G7). */
public final class Onlookers {
    private static final Duration PRESENT = Duration.ofMinutes(1);

    private Onlookers() {}

    /** Colleagues seen in the last minute, by id. */
    public static List<Onlooker> besides(Scope scope, StaffId reader, TicketId ticket) {
        List<Presence> others = scope
                .stores()
                .presence()
                .seenSince(ticket, scope.now().minus(PRESENT))
                .stream()
                .filter(presence -> !presence.staff().equals(reader))
                .sorted(Comparator.comparing(presence -> presence.staff().value()))
                .toList();
        Map<StaffId, StaffProfile> profiles =
                scope.profiles(others.stream().map(Presence::staff).collect(Collectors.toSet()));
        return others.stream()
                .map(each -> new Onlooker(each.staff(), name(profiles, each.staff()), each.typing(), each.at()))
                .toList();
    }

    /** Of the ticket and what was merged into it; what somebody of the other side has left is nobody's affair (E4). */
    static List<Draft> drafts(Scope scope, Family family) {
        ResellerId reseller = family.root().header().reseller();
        List<DraftData> drafts = family.ids().stream()
                .flatMap(ticket -> scope.stores().presence().drafts(ticket).stream())
                .filter(draft -> reseller == null || isOnSide(scope, draft.author(), reseller))
                .toList();
        Map<StaffId, StaffProfile> profiles =
                scope.profiles(drafts.stream().map(DraftData::author).collect(Collectors.toSet()));
        return drafts.stream()
                .map(each -> new Draft(each.author(), name(profiles, each.author()), each.text(), each.savedAt()))
                .toList();
    }

    /** Whoever has left all staff was on it. */
    private static boolean isOnSide(Scope scope, StaffId author, ResellerId reseller) {
        return scope.people()
                .staff(author)
                .map(member -> scope.side(member).holds(reseller))
                .orElse(true);
    }

    private static String name(Map<StaffId, StaffProfile> profiles, StaffId staff) {
        return Optional.ofNullable(profiles.get(staff))
                .map(StaffProfile::fullName)
                .orElse(staff.value());
    }
}
