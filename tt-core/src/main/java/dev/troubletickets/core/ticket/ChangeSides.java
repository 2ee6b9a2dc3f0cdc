// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.CollaboratorDismissed;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.event.TicketEvent.TicketReturned;
import dev.troubletickets.event.TicketEvent.TicketTakenOver;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.storage.CollaboratorStore.Invited;
import dev.troubletickets.spi.storage.PresenceStore.DraftData;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.TicketId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a ticket that changes sides between the provider and a reseller, or whose technicians do (E4). One unit of work. */
public final class ChangeSides {
    private final Scope scope;
    private final Map<StaffId, StaffMember> staff;
    private final Map<Optional<ResellerId>, Side> sides = new HashMap<>();

    public ChangeSides(Scope scope) {
        this.scope = scope;
        this.staff = scope.people().staff().stream().collect(Collectors.toMap(StaffMember::id, member -> member));
    }

    /** Which way a ticket has gone; neither, where only its technicians have. */
    public enum Way {
        TO_PROVIDER,
        TO_RESELLER,
        NEITHER
    }

    /** After an operation was undone that has put technicians back: those who see the ticket. */
    static void settleAll(Scope scope) {
        Set<TicketId> written = scope.happenings().all().stream()
                .map(each -> each.ticket())
                .filter(ticket -> ticket.header().reseller() != null)
                .map(TicketData::id)
                .collect(Collectors.toSet());
        if (!written.isEmpty()) {
            ChangeSides sides = new ChangeSides(scope);
            written.forEach(id -> scope.stores()
                    .tickets()
                    .find(id)
                    .filter(ticket -> ticket.merged() == null)
                    .ifPresent(ticket -> sides.settle(ticket, Way.NEITHER)));
        }
    }

    /** Takes the ticket from those who do not see it any more. False, having written nothing, if there is nothing to tell. */
    public boolean settle(TicketData ticket, Way way) {
        ResellerId reseller = ticket.header().reseller();
        Set<Invited> invited = invited(ticket, way);
        Set<StaffId> drafts = drafts(ticket, way);
        Set<StaffId> gone = Stream.of(
                        holders(ticket, way),
                        drafts,
                        invited.stream().map(Invited::staff).collect(Collectors.toSet()))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        boolean told = way != Way.NEITHER && ticket.state().status().isActive();
        if (reseller == null || gone.isEmpty() && !told) {
            return false;
        }
        boolean toProvider = way == Way.NEITHER ? scope.providersSide().holds(reseller) : way == Way.TO_PROVIDER;
        Case settled = Case.of(scope, ticket)
                .take(new Step.LeavesHands(gone, way == Way.TO_RESELLER))
                .happened(toProvider ? new TicketTakenOver(reseller, gone) : new TicketReturned(reseller, gone));
        invited.forEach(each -> settled.happened(new CollaboratorDismissed(each.staff())));
        settled.save(Actor.system());
        forget(ticket, gone, drafts, invited);
        return true;
    }

    private void forget(TicketData ticket, Set<StaffId> gone, Set<StaffId> drafts, Set<Invited> invited) {
        invited.forEach(each -> scope.stores().collaborators().dismiss(ticket.id(), each.staff()));
        drafts.forEach(author -> scope.stores().presence().discard(ticket.id(), author));
        if (ticket.lock() != null && gone.contains(ticket.lock().holder())) {
            scope.stores().tickets().unlock(ticket.id());
        }
    }

    /**
     * The account is this reseller's customer now, and so is its ticket; what another customer's ticket was merged into stays where it is
     * rather than show that customer's words to another reseller.
     */
    public void follow(TicketData ticket, @Nullable ResellerId reseller) {
        ResellerId before = ticket.header().reseller();
        Family family = Family.of(scope, ticket);
        if (Objects.equals(before, reseller)
                || reseller != null && !family.apart().isEmpty()) {
            return;
        }
        family.all().stream()
                .filter(member -> family.customersIds().contains(member.id()))
                .forEach(member -> Case.of(scope, member)
                        .change(
                                Headers.withReseller(member.header(), reseller),
                                new FieldChanged(Field.RESELLER, name(before), name(reseller)))
                        .save(Actor.system()));
        TicketData after = scope.stores().tickets().find(ticket.id()).orElseThrow();
        Side providers = scope.providersSide();
        boolean is = providers.holds(reseller);
        settle(after, providers.holds(before) == is ? Way.NEITHER : is ? Way.TO_PROVIDER : Way.TO_RESELLER);
    }

    private static Optional<String> name(@Nullable ResellerId reseller) {
        return Optional.ofNullable(reseller).map(ResellerId::value);
    }

    private Set<StaffId> holders(TicketData ticket, Way way) {
        Set<StaffId> all = new HashSet<>();
        ticket.state().assigned().ifPresent(all::add);
        for (Holder part : ticket.state().parts()) {
            if (part instanceof Holder.Technician technician) {
                all.add(technician.staff());
            }
        }
        if (ticket.lock() != null) {
            all.add(ticket.lock().holder());
        }
        all.removeIf(each -> !isGone(each, ticket, way));
        return all;
    }

    private Set<StaffId> drafts(TicketData ticket, Way way) {
        return scope.stores().presence().drafts(ticket.id()).stream()
                .map(DraftData::author)
                .filter(author -> isGone(author, ticket, way))
                .collect(Collectors.toSet());
    }

    private Set<Invited> invited(TicketData ticket, Way way) {
        return scope.stores().collaborators().of(ticket.id()).stream()
                .filter(each -> isGone(each.staff(), ticket, way))
                .collect(Collectors.toSet());
    }

    /** Whom the host does not know any more keeps what they had, unless the ticket goes to other people. */
    private boolean isGone(StaffId id, TicketData ticket, Way way) {
        StaffMember member = staff.get(id);
        return member == null
                ? way != Way.NEITHER
                : !sides.computeIfAbsent(member.reseller(), whose -> scope.side(member))
                        .holds(ticket.header().reseller());
    }
}
