// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import dev.troubletickets.core.statistics.Counted.Former;
import dev.troubletickets.core.statistics.Counted.Place;
import dev.troubletickets.core.statistics.Counted.Took;
import dev.troubletickets.core.work.Happenings.Written;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.TicketAnswered;
import dev.troubletickets.event.TicketEvent.TicketRated;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketData.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what a write of a ticket counts, with the times it took, which nobody could tell later. */
public final class WhatCounts {
    private static final String RATED = TicketRated.class.getSimpleName();

    private final Scope scope;
    private final TicketData before;
    private final TicketData after;

    private WhatCounts(Scope scope, TicketData before, TicketData after) {
        this.scope = scope;
        this.before = before;
        this.after = after;
    }

    /**
     * @param before with version 0 if the ticket is new
     * @return absent if nothing counts
     */
    public static @Nullable String of(Scope scope, TicketData before, Written written) {
        Counted counted = new WhatCounts(scope, before, written.ticket()).count(written.events(), written.actor());
        return counted.isNothing() ? null : Json.write(counted);
    }

    private Counted count(List<TicketEvent> events, Actor actor) {
        boolean answered = events.stream().anyMatch(TicketAnswered.class::isInstance);
        boolean first = answered && before.state().lastAnswer() == 0;
        boolean wasSettled = before.state().settledAt() != null;
        boolean isSettled = after.state().settledAt() != null;
        int stars = events.stream()
                .filter(TicketRated.class::isInstance)
                .mapToInt(event -> ((TicketRated) event).stars())
                .findFirst()
                .orElse(0);
        return new Counted(
                place(actor),
                isNew(),
                answered,
                first ? sinceOpened() : null,
                isSettled && !wasSettled ? sinceOpened() : null,
                wasSettled && !isSettled,
                stars,
                stars == 0 ? null : former().orElse(null));
    }

    private boolean isNew() {
        return before.version() == 0;
    }

    /** Who acts has the credit; where nobody of staff does, who had the ticket. */
    private Place place(Actor actor) {
        Header header = after.header();
        StaffId technician = isNew()
                ? null
                : actor instanceof Actor.Staff staff
                        ? staff.id()
                        : before.state().assignee();
        ResellerId reseller = header.reseller();
        return new Place(
                (isNew() ? after : before).state().queue().value(),
                technician == null ? null : technician.value(),
                header.channel().name(),
                header.category(),
                reseller == null ? null : reseller.value());
    }

    private Took sinceOpened() {
        Instant opened = after.header().createdAt();
        Duration working =
                scope.installation().terms(before.state().queue()).calendar().between(opened, scope.now());
        return new Took(Math.max(0, Duration.between(opened, scope.now()).toSeconds()), working.toSeconds());
    }

    /** A rating that replaces another takes that one's place, and the other counts no more. */
    private Optional<Former> former() {
        Optional<HistoryEntry> last = scope.stores().conversations().history(after.id()).stream()
                .filter(line -> line.type().equals(RATED) && line.facts() != null)
                .reduce((one, later) -> later);
        return last.map(line -> {
            Counted then = Json.read(Objects.requireNonNull(line.facts()), Counted.class);
            return new Former(line.at(), then.place(), then.stars());
        });
    }
}
