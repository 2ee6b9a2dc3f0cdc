// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Happenings.Written;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.FollowStore;
import dev.troubletickets.spi.storage.FollowStore.Follower;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.MessageKind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes to technicians of what they have chosen to be told of, in the unit in which it happens (D12): nobody of what they have done
 * themselves, nobody of a ticket they do not see (B2), and each once, whatever has happened to the ticket. Nothing that is said among
 * staff stands in such a mail (A9).
 */
public final class Notices {
    private final Access access;
    private final Post post;

    public Notices(Access access, Post post) {
        this.access = access;
        this.post = post;
    }

    /** Tells of all that the unit has written so far. */
    public void tell(Scope scope) {
        for (Written written : scope.happenings().all()) {
            // what happens in a merged ticket is told to the one it was merged into, and happens there, too
            if (written.ticket().merged() == null && !written.events().isEmpty()) {
                tell(scope, written, scope.withNotices());
            }
        }
    }

    private void tell(Scope scope, Written written, Map<StaffId, StaffProfile> choices) {
        Map<Notice, Set<StaffId>> concerned = concerned(scope, written, choices);
        Set<StaffId> chosen = choices.entrySet().stream()
                .filter(each -> !written.actor().equals(new Actor.Staff(each.getKey())))
                .filter(each -> wants(each.getValue(), each.getKey(), concerned))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (Viewer.Staff staff : access.staff(scope, chosen)) {
            staff.profile()
                    .filter(profile -> staff.sees(written.ticket()) && wants(profile, staff.id(), concerned))
                    .ifPresent(profile -> post.notice(
                            scope, written.ticket(), staff.id(), profile.email(), words(scope, written, staff)));
        }
    }

    private static boolean wants(StaffProfile profile, StaffId id, Map<Notice, Set<StaffId>> concerned) {
        return profile.notices().stream()
                .anyMatch(notice -> concerned.getOrDefault(notice, Set.of()).contains(id));
    }

    private static Map<Notice, Set<StaffId>> concerned(
            Scope scope, Written written, Map<StaffId, StaffProfile> choices) {
        Map<Notice, Set<StaffId>> concerned = new EnumMap<>(Notice.class);
        for (TicketEvent event : written.events()) {
            if (event instanceof TicketEvent.TicketOpened) {
                concerned.put(Notice.NEW_TICKET, choices.keySet());
            } else if (event instanceof TicketEvent.CustomerReplied && wanted(choices, Notice.CUSTOMER_REPLIED)) {
                concerned.put(Notice.CUSTOMER_REPLIED, holdersAndWatchers(scope, written.ticket()));
            } else if (event instanceof TicketEvent.TicketAssigned assigned) {
                concerned.put(Notice.ASSIGNED, Set.of(assigned.to()));
            } else if (event instanceof TicketEvent.TicketRedirected redirected
                    && redirected.to() instanceof Holder.Technician technician) {
                concerned.put(Notice.ASSIGNED, Set.of(technician.staff()));
            }
        }
        return concerned;
    }

    private static boolean wanted(Map<StaffId, StaffProfile> choices, Notice notice) {
        return choices.values().stream().anyMatch(profile -> profile.notices().contains(notice));
    }

    private static Set<StaffId> holdersAndWatchers(Scope scope, TicketData ticket) {
        Set<StaffId> all = new HashSet<>();
        Stream.concat(Stream.of(ticket.state().holder()), ticket.state().parts().stream())
                .filter(Holder.Technician.class::isInstance)
                .forEach(holder -> all.add(((Holder.Technician) holder).staff()));
        scope.stores().follows().followers(FollowStore.Kind.WATCH, ticket.id()).stream()
                .map(Follower::staff)
                .forEach(all::add);
        return all;
    }

    private static String words(Scope scope, Written written, Viewer.Staff staff) {
        TicketData ticket = written.ticket();
        Locale language = Languages.of(scope, staff);
        Map<String, String> values = Map.of(
                "number", ticket.id().toString(),
                "queue", scope.installation().queueName(ticket.state().queue()),
                "name", ticket.header().requesterName());
        StringBuilder text = new StringBuilder();
        text.append(headline(written).in(language))
                .append("\n\n")
                .append(Texts.WHICH_TICKET.filled(language, values))
                .append('\n');
        written.said().stream()
                .filter(message -> message.kind() == MessageKind.CUSTOMER)
                .map(message -> EncryptedBlocks.in(message.text()).shown().text())
                .forEach(said -> text.append('\n').append(said).append('\n'));
        if (staff.has(Permission.ANSWER_BY_MAIL)) {
            text.append("\n-- \n").append(Texts.REPLY_TO_ANSWER.in(language)).append('\n');
        }
        return text.toString();
    }

    private static Texts headline(Written written) {
        for (TicketEvent event : written.events()) {
            if (event instanceof TicketEvent.TicketOpened) {
                return Texts.NEW_TICKET;
            } else if (event instanceof TicketEvent.CustomerReplied) {
                return Texts.CUSTOMER_REPLIED;
            }
        }
        return Texts.YOURS_NOW;
    }
}
